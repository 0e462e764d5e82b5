import Glibc

/// Fetches repositories into their mirrors, several at once.
///
/// The system's `git` does the transfer, because it has what libgit2 1.5 lacks: time-outs,
/// credential helpers, proxies and the user's ssh configuration.
struct SourceFetcher {
  let cache: MirrorCache
  /// After how many seconds of silence a transfer is given up.
  let timeout: Int
  /// How often a transfer that broke off is begun.
  var attempts = 3
  /// How many transfers run at once.
  var width = 8
  /// How long to wait before a second attempt; each further wait is twice as long.
  var pause = Duration.milliseconds(500)

  private struct Job {
    var fetch: MirrorFetch
    var process: ChildProcess?
    var output: [UInt8] = []
    var errors: [UInt8] = []
    var lastHeard: ContinuousClock.Instant
    var attempt = 1
    var notBefore: ContinuousClock.Instant
    var failure: FetchFailure?
    var isOver: Bool { fetch.isDone || failure != nil }
  }

  /// - Returns: what failed, by address.
  func fetch(_ addresses: [SourceAddress]) throws -> [SourceAddress: FetchFailure] {
    try FileSystem.makeFolder(cache.folder)
    let environment = try Self.environment()
    var progress = ProgressLine()
    let now = ContinuousClock.now
    var jobs = addresses.map { address in
      Job(
        fetch: MirrorFetch(address, in: cache, timeout: timeout), lastHeard: now, notBefore: now)
    }
    while jobs.contains(where: { !$0.isOver }) {
      try start(&jobs, environment)
      wait(jobs)
      for index in jobs.indices where jobs[index].process != nil { try hear(&jobs[index]) }
      progress.show(Self.state(jobs))
    }
    progress.clear()
    var failures: [SourceAddress: FetchFailure] = [:]
    for job in jobs { failures[job.fetch.address] = job.failure }
    return failures
  }

  private func start(_ jobs: inout [Job], _ environment: [String]) throws {
    let now = ContinuousClock.now
    var running = jobs.count { $0.process != nil }
    for index in jobs.indices where running < width {
      guard jobs[index].process == nil, !jobs[index].isOver, jobs[index].notBefore <= now else {
        continue
      }
      jobs[index].process = try ChildProcess(jobs[index].fetch.arguments, environment: environment)
      jobs[index].output = []
      jobs[index].errors = []
      jobs[index].lastHeard = now
      running += 1
    }
  }

  /// Sleeps until one of the programs says something, at most for a moment.
  private func wait(_ jobs: [Job]) {
    var descriptors: [pollfd] = []
    for process in jobs.compactMap(\.process) {
      for descriptor in [process.output, process.errors] where descriptor >= 0 {
        descriptors.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
      }
    }
    // With nothing to hear, a program is about to end or an attempt to begin.
    poll(&descriptors, nfds_t(descriptors.count), descriptors.isEmpty ? 5 : 100)
  }

  private func hear(_ job: inout Job) throws {
    guard let process = job.process else { return }
    let now = ContinuousClock.now
    let (output, errors) = process.read()
    if !output.isEmpty || !errors.isEmpty { job.lastHeard = now }
    // What Git prints is not bounded by us; its last words are what counts.
    job.output += output.prefix(max(0, 1 << 20 - job.output.count))
    job.errors += errors
    if job.errors.count > 1 << 16 { job.errors.removeFirst(job.errors.count - 1 << 15) }
    if let status = process.result() {
      job.process = nil
      if status == 0 {
        try job.fetch.advance(job.output)
      } else {
        fail(&job, FetchFailure(git: String(decoding: job.errors, as: UTF8.self)))
      }
    } else if now - job.lastHeard > .seconds(timeout) {
      process.kill()
      job.process = nil
      fail(&job, .silent(timeout))
    }
  }

  private func fail(_ job: inout Job, _ failure: FetchFailure) {
    guard failure.isTransient, job.attempt < attempts else {
      job.fetch.abandon()
      let count = job.attempt > 1 ? " (tried \(job.attempt) times)" : ""
      job.failure = FetchFailure(
        failure.message + count, help: failure.help, isTransient: failure.isTransient)
      return
    }
    job.fetch.restart()
    job.notBefore = .now + pause * (1 << (job.attempt - 1))
    job.attempt += 1
  }

  private static func state(_ jobs: [Job]) -> String {
    let done = jobs.count(where: \.isOver)
    let current = jobs.first { $0.process != nil }
    var text = "fetching sources, \(done) of \(jobs.count) done"
    if let current {
      text += ": \(current.fetch.address.shown)"
      if current.attempt > 1 { text += ", attempt \(current.attempt)" }
      // Git rewrites its line with carriage returns.
      let last = current.errors.split { $0 == 0x0A || $0 == 0x0D }.last ?? []
      let said = String(decoding: last.prefix(80), as: UTF8.self)
      if said.contains("%") { text += ", \(said.filter { $0.isASCII && $0 != "\u{1B}" })" }
    }
    return text
  }

  /// Git must ask nobody and must use no transport but the known ones.
  private static func environment() throws -> [String] {
    var values = [
      "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0",
      "GIT_ALLOW_PROTOCOL": SourceAddress.schemes.joined(separator: ":"),
    ]
    if Environment.value("GIT_SSH_COMMAND") == nil, Environment.value("GIT_SSH") == nil {
      values["GIT_SSH_COMMAND"] = "ssh -oBatchMode=yes"
    }
    return try ChildProcess.environment(setting: values)
  }
}

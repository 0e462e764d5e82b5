import Glibc

/// A program that runs beside this one, with its output in pipes; no shell is between.
final class ChildProcess {
  /// Reading ends, which do not block; -1 once the program has closed its end.
  private(set) var output: Int32
  private(set) var errors: Int32
  private let process: pid_t
  private var status: Int32?

  /// Starts a program, which is looked for in `PATH`, in a process group of its own.
  init(_ arguments: [String], environment: [String]) throws {
    var out: [Int32] = [-1, -1]
    var err: [Int32] = [-1, -1]
    guard pipe(&out) == 0 else { throw ToolFailure("no pipe can be made") }
    guard pipe(&err) == 0 else {
      out.forEach { close($0) }
      throw ToolFailure("no pipe can be made")
    }
    // A second child must not keep the first one's pipes open.
    for descriptor in out + err { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var started = pid_t()
    let code = posix_spawnp(&started, arguments[0], &actions, &attributes, argv, envp)
    close(out[1])
    close(err[1])
    guard code == 0 else {
      close(out[0])
      close(err[0])
      throw ToolFailure(
        "cannot run \(arguments[0]): \(String(cString: strerror(code)))",
        help: code == ENOENT ? "install Git: sources are fetched with it" : nil)
    }
    process = started
    output = out[0]
    errors = err[0]
    for descriptor in [output, errors] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  deinit {
    kill()
    if status == nil { waitpid(process, nil, 0) }
    if output >= 0 { close(output) }
    if errors >= 0 { close(errors) }
  }

  /// What has come through the pipes since the last call.
  func read() -> (output: [UInt8], errors: [UInt8]) {
    (Self.drain(&output), Self.drain(&errors))
  }

  private static func drain(_ descriptor: inout Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    guard descriptor >= 0 else { return bytes }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    // A program that never stops talking is read on in the next round.
    while bytes.count < 1 << 20 {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count < 0, errno == EINTR {
        continue
      } else if count < 0, errno == EAGAIN || errno == EWOULDBLOCK {
        break
      } else {
        close(descriptor)
        descriptor = -1
        break
      }
    }
    return bytes
  }

  /// Its exit status, once it has ended and its pipes are empty; 128 and the signal that ended it.
  func result() -> Int? {
    guard output < 0, errors < 0 else { return nil }
    if status == nil {
      var found: Int32 = 0
      guard waitpid(process, &found, WNOHANG) == process else { return nil }
      status = found
    }
    guard let status else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }

  /// Ends it and what it has started.
  func kill() {
    if status == nil { Glibc.kill(-process, SIGKILL) }
  }

  /// This process's environment with some variables set, and those left out that tie Git to the
  /// repository a hook runs in.
  static func environment(setting values: [String: String]) throws -> [String] {
    let tied: Set<String> = [
      "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE",
      "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_QUARANTINE_PATH",
      "GIT_SHALLOW_FILE", "GIT_CEILING_DIRECTORIES", "GIT_INTERNAL_SUPER_PREFIX",
    ]
    let all = try FileSystem.read("/proc/self/environ", limit: 10_000_000)
    let kept = all.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.filter { entry in
      let name = String(entry.prefix { $0 != "=" })
      return !tied.contains(name) && values[name] == nil
    }
    return kept + values.map { "\($0.key)=\($0.value)" }.sorted()
  }
}

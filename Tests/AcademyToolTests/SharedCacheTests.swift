import Glibc
import SourceCore
import TestSupport
import Testing

/// Ten processes use one cache, and some of them are killed: nobody finds anything else.
@Suite struct SharedCacheTests {
  /// `ACADEMY_CACHE_SECONDS=60` goes on for a minute.
  private static let seconds =
    unsafe getenv("ACADEMY_CACHE_SECONDS").flatMap { unsafe Int(String(cString: $0)) } ?? 3

  @Test func `ten processes on one cache with random kills`() throws {
    let runner = try #require(ToolRunner())
    let scratch = try TemporaryFolder()
    let environment = ["XDG_CACHE_HOME": scratch.path]
    let checks = [
      ["reuse", "check", "--format", "json"], ["lint", "--format", "json"],
      ["lint", "--staged", "--format", "json"],
    ]
    // Three academies, so that what is kept of one must not be found in another.
    var offices: [OfficeFixture] = []
    var truths: [[String]] = []
    for i in 0..<3 {
      let office = try OfficeFixture()
      try office.adopt(as: i == 0 ? "verbatim" : "adapted", changes: i == 0 ? nil : "Wages \(i).")
      if i > 0 { try office.release(OfficeFixture.newer + "Office \(i).\n") }
      offices.append(office)
      truths.append(
        try checks.map {
          try runner.run($0 + ["--no-cache"], in: office.repository.path).output
        })
    }
    #expect(Set(truths).count > 1)
    let seed = TestSeed.of("the shared cache")
    var random = KilledCommandTests.Seeded(state: seed)
    var running: [(tool: RunningTool, truth: String?, isKilled: Bool)] = []
    var counts = (ended: 0, killed: 0)
    func end(_ place: Int) throws {
      let (tool, truth, isKilled) = running.remove(at: place)
      if isKilled { tool.kill() }
      let outcome = try tool.outcome()
      if outcome.status == 128 + 9 {
        counts.killed += 1
        return
      }
      counts.ended += 1
      #expect(outcome.errors == "", "seed \(seed)")
      if let truth { #expect(outcome.output == truth, "seed \(seed)") }
    }
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(Self.seconds) {
      while running.count < 10 {
        let office = Int.random(in: 0..<3, using: &random)
        let check = Int.random(in: checks.indices, using: &random)
        let clears = Int.random(in: 0..<6, using: &random) == 0
        running.append(
          (
            try runner.start(
              clears ? ["cache", "clear"] : checks[check], in: offices[office].repository.path,
              environment: environment), clears ? nil : truths[office][check],
            Bool.random(using: &random)
          ))
      }
      usleep(UInt32.random(in: 0..<40_000, using: &random))
      try end(Int.random(in: 0..<10, using: &random))
    }
    while !running.isEmpty { try end(0) }
    print("cache: \(counts.ended) runs ended, \(counts.killed) were killed")
    for (office, truths) in zip(offices, truths) {
      for (check, truth) in zip(checks + checks, truths + truths) {
        let outcome = try runner.run(
          check, in: office.repository.path, environment: environment)
        #expect(outcome.output == truth && outcome.errors == "", "seed \(seed)")
      }
    }
    // What was put last is there: no lock was left and no file was lost.
    let status = try runner.run(["cache", "status"], in: "/", environment: environment)
    #expect(status.status == 0 && !status.output.contains(" 0 facts"), "\(status)")
  }
}

import Glibc
import SourceCore
import TestSupport
import Testing

/// Ends the commands that write at random moments: what is left is the old state or the new one.
@Suite struct KilledCommandTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    var testDescription: String { arguments.prefix(2).joined(separator: " ") }
  }

  static let cases = [
    Case(arguments: ["reuse", "update"]),
    Case(arguments: ["reuse", "pull", "--branch", "take"]),
    Case(arguments: [
      "reuse", "add", "office-a/basics#start", "tags", "--as", "verbatim", "--course",
      "nso-north/workshop",
    ]),
  ]

  /// `ACADEMY_KILLS=200` kills each command two hundred times.
  private static let kills =
    unsafe getenv("ACADEMY_KILLS").flatMap { unsafe Int(String(cString: $0)) } ?? 3

  @Test(arguments: cases) func oldOrNew(_ example: Case) throws {
    let runner = try #require(ToolRunner())
    func prepared() throws -> OfficeFixture {
      let office = try OfficeFixture()
      try office.adopt(as: "adapted", changes: "Wages.")
      try office.release()
      return office
    }
    let reference = try prepared()
    let old = try state(reference)
    let start = ContinuousClock.now
    #expect(try runner.run(example.arguments, in: reference.repository.path).status == 0)
    let time = (ContinuousClock.now - start) / .microseconds(1)
    let new = try state(reference)
    #expect(old != new)
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(state: seed)
    var office = try prepared()
    var counts = (old: 0, new: 0)
    for kill in 0..<Self.kills {
      let moment = Int(Double.random(in: 0...1.1, using: &random) * time)
      try runner.runKilled(example.arguments, in: office.repository.path, after: moment)
      // The next command finishes a step that was broken off after it had been decided.
      _ = try runner.run(["reuse", "outdated"], in: office.repository.path)
      let left = try state(office)
      #expect(left == old || left == new, "seed \(seed), kill \(kill) after \(moment) µs")
      if left == old {
        counts.old += 1
      } else {
        counts.new += 1
        office = try prepared()
      }
    }
    print("\(example.testDescription): \(counts.old) old, \(counts.new) new, seed \(seed)")
  }

  /// The files of the work tree and the branches, without times and commits' ids.
  private func state(_ office: OfficeFixture) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    func add(_ folder: String, _ path: String) throws {
      for name in try Files.names(in: folder) where name != ".git" {
        let full = "\(folder)/\(name)"
        if let bytes = try? Files.read(full) {
          files[path + name] = bytes
        } else {
          try add(full, path + name + "/")
        }
      }
    }
    try add(office.repository.path, "")
    if let lock = try? office.text("north/academy.lock", in: "take") {
      files["take: lock"] = Array(lock.utf8)
      files["take: lesson"] = Array(
        try office.text("north/episodes/02-branching.md", in: "take").utf8)
    }
    return files
  }

  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}

import GitStore
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
    unsafe getenv("ACADEMY_KILLS").flatMap { unsafe Int(String(cString: $0)) } ?? 5

  @Test(arguments: cases) func oldOrNew(_ example: Case) throws {
    try kill(example.arguments, finishing: ["reuse", "outdated"]) {
      let office = try OfficeFixture()
      try office.adopt(as: "adapted", changes: "Wages.")
      try office.release()
      return office.repository
    }
  }

  /// A release is the files, the index, the branch and the tag.
  @Test(arguments: ["tags", "declared"]) func `a release is cut or it is not`(
    _ releases: String
  ) throws {
    try kill(["release", "cut"], finishing: ["release", "list"]) {
      try ReleaseCommandTests.course(releases: releases)
    }
  }

  /// Kills a command again and again, and looks at what another one finds after it.
  private func kill(
    _ arguments: [String], finishing next: [String],
    prepared: () throws -> FixtureRepository
  ) throws {
    let runner = try #require(ToolRunner())
    let environment = [
      "SOURCE_DATE_EPOCH": "1800000000", "GIT_AUTHOR_NAME": "Ada Author",
      "GIT_AUTHOR_EMAIL": "ada@example.org",
    ]
    let reference = try prepared()
    let old = try state(reference)
    let start = ContinuousClock.now
    let outcome = try runner.run(arguments, in: reference.path, environment: environment)
    #expect(outcome.status == 0, "\(outcome)")
    let time = (ContinuousClock.now - start) / .microseconds(1)
    let new = try state(reference)
    #expect(old != new)
    let seed = TestSeed.of(arguments.prefix(2).joined(separator: " "))
    var random = Seeded(state: seed)
    var repository = try prepared()
    var counts = (old: 0, new: 0)
    for kill in 0..<Self.kills {
      // Nothing is written before the command has read the academy.
      let moment = Int(Double.random(in: 0.3...1.1, using: &random) * time)
      try runner.runKilled(
        arguments, in: repository.path, environment: environment, after: moment)
      // The next command finishes a step that was broken off after it had been decided.
      let after = try runner.run(next, in: repository.path)
      #expect(after.status < 2, "\(after)")
      let left = try state(repository)
      let place = "seed \(seed), kill \(kill) after \(moment) µs"
      #expect(left == old || left == new, "\(place)")
      #expect(!(try Files.names(in: repository.gitDirectory).contains("index.lock")), "\(place)")
      if left == old {
        counts.old += 1
      } else {
        counts.new += 1
        repository = try prepared()
      }
    }
    let name = arguments.prefix(2).joined(separator: " ")
    print("\(name): \(counts.old) old, \(counts.new) new")
  }

  /// The files of the work tree, what differs from the commit, and what branches and tags hold,
  /// without times.
  private func state(_ repository: FixtureRepository) throws -> [String: [UInt8]] {
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
    try add(repository.path, "")
    let opened = try #require(try Repository.discover(from: repository.path))
    for path in try opened.uncommittedFiles(below: .root) {
      files["changed: \(path)"] = []
    }
    for name in ["main", "take", "v1.0.1"] {
      guard let commit = try? opened.commit(name) else { continue }
      files[name] = Array(commit.tree.hex.utf8)
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

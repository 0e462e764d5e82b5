import CourseModel
import CourseReuse
import Framework
import GitStore
import SourceCore
import TestSupport
import Testing

/// What is remembered of earlier runs never changes what is found.
@Suite struct RememberedCheckTests {
  /// A store that forgets nothing, and counts what it was of use for.
  private final class Memory: FactStore {
    let build: [UInt8] = [1]
    private var facts: [FactKey: [UInt8]] = [:]
    private(set) var found = 0
    private(set) var added = 0

    func values(for keys: [FactKey]) -> [[UInt8]?] {
      let values = keys.map { facts[$0] }
      found += values.count { $0 != nil }
      return values
    }

    func put(_ new: [(key: FactKey, value: [UInt8])]) {
      added += new.count
      for fact in new { facts[fact.key] = fact.value }
    }
  }

  /// The courses of a repository, opened as the tool opens them.
  private func members(_ repository: FixtureRepository) throws -> [AcademyMember] {
    let opened = try #require(try Repository.discover(from: repository.path))
    let view = try opened.view(.worktree)
    let all = CourseDiscovery.courses(in: view.entries)
    return try all.map { found in
      AcademyMember(
        course: CourseReader(limit: 5_000_000).read(found, among: all, in: view), view: view,
        history: opened, head: try opened.headCommit()?.id, label: "fixture")
    }
  }

  private func found(
    _ repository: FixtureRepository, _ memory: Memory?, locked: Bool = false
  ) throws -> [Diagnostic] {
    let members = try members(repository)
    let checker = ReuseChecker(
      framework: .builtin, members: members, locked: locked, store: memory)
    var found = checker.diagnostics(of: members.indices)
    checker.remember()
    Diagnostic.finish(&found)
    return found
  }

  @Test func `a second run looks at nothing again`() throws {
    let repository = try Fixtures.locked()
    let memory = Memory()
    let first = try found(repository, memory)
    let added = memory.added
    // The releases of two courses, and the check of the one that reuses.
    #expect(added == 3)
    #expect(try found(repository, memory) == first)
    #expect(memory.added == added)
    #expect(memory.found == 3)
  }

  @Test func `an object that is gone is noticed`() throws {
    let repository = try Fixtures.locked()
    let memory = Memory()
    let before = try found(repository, memory)
    let opened = try #require(try Repository.discover(from: repository.path))
    let path = try #require(RepoPath("basics/episodes/02-branching.md"))
    let blob = try #require(try opened.objectID(at: path, in: repository.head))
    Files.remove(
      "\(repository.gitDirectory)/objects/\(blob.hex.prefix(2))/\(blob.hex.dropFirst(2))")
    let truth = try found(repository, nil)
    #expect(truth != before)
    #expect(try found(repository, memory) == truth)
  }

  /// Random histories; `seed` stands in what fails.
  @Test(arguments: [nil, 1, 2] as [UInt64?])
  func `findings are those of a run that remembers nothing`(_ fixed: UInt64?) throws {
    let seed = fixed ?? TestSeed.of("remembered checks")
    var random = Seeded(state: seed)
    let repository = try Fixtures.locked()
    try repository.commit([
      "south/course.yml": Fixtures.manifest("nso-south/cours", "0.1.0-dev", releases: "declared"),
      "south/episodes/06-branching.md": Fixtures.branching,
    ])
    let memory = Memory()
    var version = 0
    for step in 0..<30 {
      let done = try change(repository, &version, &random)
      let locked = Bool.random(using: &random)
      let truth = try found(repository, nil, locked: locked)
      // Twice, because the second time more is remembered.
      for _ in 0..<2 {
        let found = try found(repository, memory, locked: locked)
        #expect(found == truth, "seed \(seed), step \(step): \(done)")
      }
    }
    #expect(memory.found > 60, "seed \(seed)")
  }

  /// Changes something at random, and says what.
  private func change(
    _ repository: FixtureRepository, _ version: inout Int, _ random: inout Seeded
  ) throws -> String {
    let texts = [
      Fixtures.branching, Fixtures.branching + "More.\n", Fixtures.branching + "Other.\n",
    ]
    let text = texts.randomElement(using: &random)!
    func lock(_ name: String) throws {
      // Where nothing can be locked, the old lock stays.
      if case .write(let path, let bytes) = try Academy(repository).lock(name) {
        try repository.write(path.string, bytes: bytes)
      }
    }
    switch Int.random(in: 0..<15, using: &random) {
    case 0:
      version += 1
      try repository.commit([
        "basics/course.yml": Fixtures.basics("1.\(version).0"),
        "basics/episodes/02-branching.md": text,
      ])
      return "release 1.\(version).0"
    case 1:
      try repository.write("basics/episodes/02-branching.md", text)
      return "edit the original"
    case 2:
      try repository.write("north/episodes/05-branching.md", text)
      return "edit the copy"
    case 3:
      try repository.commit(["north/episodes/05-branching.md": text])
      return "commit the copy"
    case 4, 5:
      try lock("north")
      return "lock"
    case 6:
      let range = ["^1.0", "~1.1", "1.0.0", ">=1.2"].randomElement(using: &random)!
      let kind = ["verbatim", "adapted"].randomElement(using: &random)!
      try repository.commit(["north/course.yml": Fixtures.north(range: range, as: kind)])
      return "\(kind) \(range)"
    case 7:
      let more = """
        license: \(["CC-BY-4.0", "CC-BY-SA-4.0", "MIT"].randomElement(using: &random)!)
        reuses:
          - {course: nso-north/workshop, as: adapted, lessons: [branching], changes: Some.}

        """
      try repository.commit([
        "south/course.yml": Fixtures.manifest(
          "nso-south/cours", "0.1.0-dev", releases: "declared", more: more)
      ])
      return "the south takes from the north"
    case 8:
      try lock("south")
      return "lock the south"
    case 9:
      try repository.commit([
        "north/course.yml": Fixtures.north().replacing("0.1.0-dev", with: "0.\(version + 1).0")
      ])
      return "release the north"
    case 10:
      try repository.tag("v1.\(version).\(Int.random(in: 0..<1_000, using: &random))")
      return "tag"
    case 11:
      try repository.write("north/academy.lock", "{\n")
      return "spoil the lock"
    case 12:
      let licence = ["CC-BY-4.0", "CC-BY-NC-4.0"].randomElement(using: &random)!
      try repository.write(
        "basics/course.yml",
        Fixtures.basics("1.\(version).0").replacing("CC-BY-4.0", with: licence))
      return "licence \(licence)"
    case 13:
      let dialect = ["quarto", "github", "workbench"].randomElement(using: &random)!
      try repository.write(
        "pipeline.json",
        "{\"overrides\": [{\"paths\": [\"north\"], \"dialect\": \"\(dialect)\"}]}\n")
      return "dialect \(dialect)"
    default:
      try repository.commit([
        "basics/course.yml": Fixtures.basics("1.\(version).0")
          + "reuses:\n  - {course: nso-north/workshop, as: adapted, lessons: [branching]}\n"
      ])
      return "a circle"
    }
  }

  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}

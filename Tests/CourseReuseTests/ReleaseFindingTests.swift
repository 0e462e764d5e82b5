import CourseModel
import CourseReuse
import GitStore
import SourceCore
import TestSupport
import Testing

/// What can go wrong with releases, each with its message in a golden file.
@Suite struct ReleaseFindingTests {
  private func manifest(_ version: String, _ releases: String = "declared") -> String {
    Fixtures.manifest("office/loops", version, releases: releases)
  }

  private func check(
    _ name: String, _ golden: String, _ academy: Academy, _ rules: String...
  ) throws {
    let found = try academy.check(name).filter { rules.isEmpty || rules.contains($0.rule) }
    try Golden.check(Self.text(found), "releases/\(golden)")
  }

  /// The findings with ids masked: what they are depends on every byte of the fixtures.
  private static func text(_ found: [Diagnostic]) -> String {
    if found.isEmpty { return "nothing found\n" }
    var text = ""
    for finding in found {
      let place =
        finding.flagged.isEmpty ? "" : ":\(finding.line):\(finding.column)-\(finding.endColumn)"
      text += "\(finding.severity.rawValue)[\(finding.rule)] \(finding.path)\(place)\n"
      text += "  \(finding.message)\n"
      if let help = finding.help { text += "  help: \(help)\n" }
      for note in finding.notes { text += "  note: \(note.text)\n" }
    }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let parts: [String] = words.map { word in
      let id = word.prefix { $0.isHexDigit }
      return (id.count == 7 ? "#######" : String(id)) + String(word.dropFirst(id.count))
    }
    return parts.joined(separator: " ")
  }

  // MARK: - Versions that go backwards

  @Test func aRevertTakesTheVersionBack() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.0.0")])
    try repository.commit(["course.yml": manifest("1.1.0")])
    try repository.commit(["course.yml": manifest("1.0.0")])
    try check("", "backwards-revert", Academy(repository))
  }

  @Test func aDevelopmentVersionOfWhatWasReleased() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.1.0")])
    try repository.write("course.yml", manifest("1.1.0-dev"))
    try check("", "backwards-dev", Academy(repository))
  }

  @Test func aTagAboveTheVersionOfTheSameBranch() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("2.0.0", "tags")])
    try repository.tag("v2.0.0")
    try repository.commit(["course.yml": manifest("1.9.0", "tags")])
    try check("", "backwards-tag", Academy(repository))
  }

  @Test func aMaintenanceBranchMayBeBehindTheOthers() throws {
    let repository = try FixtureRepository()
    let first = try repository.commit(["course.yml": manifest("1.0.0", "tags")])
    try repository.commit(["course.yml": manifest("2.0.0", "tags")])
    try repository.tag("v2.0.0")
    try repository.branch("maintenance", at: first)
    try repository.switchHead(to: "maintenance")
    try repository.commit(["course.yml": manifest("1.0.1-dev", "tags")])
    #expect(try Academy(repository).check("") == [])
  }

  // MARK: - Two contents for one version

  @Test func aLateTagGivesAVersionASecondContent() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.0.0", "tags"), "index.md": "One.\n"])
    try repository.tag("v1.0.0")
    try repository.commit(["index.md": "Two.\n"])
    try repository.tag("office/loops/v1.0.0")
    try check("", "conflict-tags", Academy(repository))
  }

  @Test func aSourceWithTwoContentsForALockedVersionIsToldToWhoTookIt() throws {
    let source = try FixtureRepository()
    try source.commit([
      "course.yml": Fixtures.manifest("office-a/basics", "1.0.0"),
      "episodes/02-branching.md": Fixtures.branching,
    ])
    try source.tag("v1.0.0")
    let north = try FixtureRepository()
    try north.commit([
      "course.yml": Fixtures.north(), "episodes/05-branching.md": Fixtures.branching,
    ])
    let lock = try north.writeLock("nso-north/workshop", Academy(north, sources: source))
    try north.commit(["academy.lock": lock])
    try source.commit(["index.md": "More.\n"])
    try source.tag("1.0.0")
    try check("", "conflict-source", Academy(north, sources: source), "reuse/release-conflict")
  }

  // MARK: - Releases that moved since they were locked

  /// A source that declares 1.0.0, and a course that has locked it.
  private func lockedPair(
    mode: String = "declared"
  ) throws -> (source: FixtureRepository, north: FixtureRepository, start: ObjectID) {
    let source = try FixtureRepository()
    let start = try source.commit([
      "course.yml": Fixtures.manifest("office-a/basics", "1.0.0-dev", releases: mode),
      "episodes/02-branching.md": Fixtures.branching,
    ])
    try source.commit([
      "course.yml": Fixtures.manifest("office-a/basics", "1.0.0", releases: mode)
    ])
    if mode == "tags" { try source.tag("v1.0.0") }
    let north = try FixtureRepository()
    try north.commit([
      "course.yml": Fixtures.north(), "episodes/05-branching.md": Fixtures.branching,
    ])
    let lock = try north.writeLock("nso-north/workshop", Academy(north, sources: source))
    try north.commit(["academy.lock": lock])
    return (source, north, start)
  }

  private func checkMoved(
    _ golden: String, _ north: FixtureRepository, _ source: FixtureRepository
  ) throws {
    try check("", golden, Academy(north, sources: source), "reuse/release-moved")
  }

  @Test func aRebaseMovesADeclaredRelease() throws {
    let (source, north, start) = try lockedPair()
    try source.setReference("refs/heads/main", to: start)
    try source.commit([
      "course.yml": Fixtures.basics("1.0.0"), "index.md": "Written before, after a rebase.\n",
    ])
    try checkMoved("moved-rebase", north, source)
  }

  @Test func aSquashWithOtherChangesMovesADeclaredRelease() throws {
    let (source, north, start) = try lockedPair()
    try source.setReference("refs/heads/main", to: start)
    try source.commit(
      [
        "course.yml": Fixtures.basics("1.0.0"),
        "episodes/02-branching.md": Fixtures.branching + "\nAnd more.\n",
      ], message: "Squashed")
    try checkMoved("moved-squash", north, source)
  }

  @Test func aMergeOfAnEarlierDeclarationMovesIt() throws {
    let (source, north, start) = try lockedPair()
    let released = try source.head
    // The branch that had declared the version is merged into one that declares it only then.
    try source.setReference("refs/heads/main", to: start)
    try source.commit(["index.md": "Meanwhile.\n"])
    try source.commit(
      ["course.yml": Fixtures.basics("1.0.0")], message: "Merge", merging: [released])
    try checkMoved("moved-merge", north, source)
  }

  @Test func aRevertAndANewDeclarationDoNotMoveARelease() throws {
    let (source, north, _) = try lockedPair()
    try source.commit(["course.yml": Fixtures.basics("1.0.0-dev")], message: "Revert")
    try source.commit(["course.yml": Fixtures.basics("1.0.0"), "index.md": "Again.\n"])
    try checkMoved("moved-revert", north, source)
  }

  @Test func aDroppedReleaseIsGone() throws {
    let (source, north, start) = try lockedPair()
    try source.setReference("refs/heads/main", to: start)
    try checkMoved("moved-gone", north, source)
  }

  @Test func aMovedTagIsTold() throws {
    let (source, north, _) = try lockedPair(mode: "tags")
    try source.commit(["index.md": "One more thing.\n"])
    try source.setReference("refs/tags/v1.0.0", to: source.head)
    try checkMoved("moved-tag", north, source)
  }

  @Test func aLateTagOfTheSameContentIsTheSameRelease() throws {
    let (source, north, _) = try lockedPair(mode: "tags")
    let tree = try #require(try Repository.discover(from: source.path)).commit("HEAD").tree
    try source.commit(tree: tree, message: "The same again")
    try source.setReference("refs/tags/v1.0.0", to: source.head)
    try checkMoved("moved-not", north, source)
  }

  // MARK: - Two sources with one id

  @Test func twoCoursesOfTheAcademyWithOneID() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "a/course.yml": manifest("1.0.0"), "b/course.yml": manifest("1.0.0"),
      "c/course.yml": manifest("1.2.0"),
    ])
    try check("a", "twins-members", Academy(repository), "reuse/same-course")
    #expect(try Academy(repository).check("b").of("reuse/same-course").isEmpty)
  }

  @Test func twoSourcesWithOneID() throws {
    let (source, north, _) = try lockedPair()
    let fork = try FixtureRepository()
    try fork.commit(["course.yml": Fixtures.basics("1.3.0")])
    var academy = try Academy(north, sources: source)
    academy.sources += try Academy.members(of: fork).map { member in
      AcademyMember(
        course: member.course, view: member.view, history: member.history, label: "the fork")
    }
    try check("", "twins-sources", academy, "reuse/same-course")
  }

  @Test func aCourseThatIsListedTwiceIsOne() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.0.0")])
    #expect(try Academy(repository, sources: repository).check("") == [])
  }

  // MARK: - Shallow clones

  @Test func aShallowCloneHidesReleases() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.0.0")])
    let last = try repository.commit(["course.yml": manifest("1.1.0-dev")])
    try repository.makeShallow(at: last)
    try check("", "shallow", Academy(repository))
  }

  @Test func foreignTagsAreListedOnce() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.0.0", "tags")])
    for number in 1...18 { try repository.tag("v9.0.\(number)") }
    try check("", "foreign-tags", Academy(repository))
  }
}

import CourseModel
import CourseReuse
import Identifiers
import SourceCore
import TestSupport
import Testing

/// Offices, their repositories and what happens to them.
@Suite struct ReuseScenarioTests {
  // MARK: - The lock

  @Test func aLockedAcademyIsClean() throws {
    let repository = try Fixtures.locked()
    let academy = try Academy(repository)
    #expect(try academy.check("north", locked: true) == [])
    guard case .unchanged = try academy.lock("north") else {
      Issue.record("the lock would be written again")
      return
    }
    let report = academy.checker().check(1)
    #expect(report.reuses.flatMap(\.lessons).map(\.isLocked) == [true])
    #expect(report.reuses.first?.lessons.first?.upstreamPath.string == "episodes/02-branching.md")
  }

  @Test func theLockNamesTheHighestReleaseThatEqualsTheCopy() throws {
    let repository = try FixtureRepository()
    let texts = ["1.0.0": "One.\n", "1.1.0": "Two.\n", "1.2.0": "Two.\n", "1.3.0": "Three.\n"]
    for (version, text) in texts.sorted(by: { $0.key < $1.key }) {
      try repository.commit([
        "basics/course.yml": Fixtures.basics(version), "basics/episodes/02-branching.md": text,
      ])
    }
    try repository.commit([
      "north/course.yml": Fixtures.north(), "north/episodes/05-branching.md": "Two.\n",
    ])
    let lock = try LockReader.read(
      Array(try repository.writeLock("north", Academy(repository)).utf8))
    #expect(lock.entries.map(\.version) == [SemVer(1, 2, 0)])
    #expect(try Academy(repository).check("north") == [])
    // A newer release that would also do does not move the lock.
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.4.0"), "basics/episodes/02-branching.md": "Two.\n",
    ])
    #expect(try Academy(repository).check("north", locked: true) == [])
    // Another range does.
    try repository.write("north/course.yml", Fixtures.north(range: "^1.3"))
    let findings = try Academy(repository).check("north")
    #expect(findings.map(\.rule) == ["reuse/lock"])
    #expect(
      findings.first?.message
        == "the lock does not fit `course.yml`: lesson `branching` is locked to 1.2.0, which "
        + "`^1.3` does not allow")
    let again = try LockReader.read(
      Array(try repository.writeLock("north", Academy(repository)).utf8))
    #expect(again.entries.map(\.version) == [SemVer(1, 4, 0)])
  }

  @Test func anAdaptedLessonTakesTheMostSimilarRelease() throws {
    let repository = try FixtureRepository()
    for (version, text) in [
      ("1.0.0", "A\n\nB\n\nC\n"), ("1.1.0", "A\n\nB\n\nD\n"), ("1.2.0", "E\n\nF\n\nG\n"),
    ] {
      try repository.commit([
        "basics/course.yml": Fixtures.basics(version), "basics/episodes/02-branching.md": text,
      ])
    }
    try repository.commit([
      "north/course.yml": Fixtures.north(as: "adapted"),
      "north/episodes/05-branching.md": "A\n\nOur own\n\nD\n",
    ])
    let lock = try LockReader.read(
      Array(try repository.writeLock("north", Academy(repository)).utf8))
    #expect(lock.entries.map(\.version) == [SemVer(1, 1, 0)])
    #expect(lock.entries.first?.translation == nil)
    #expect(try Academy(repository).check("north", locked: true) == [])
  }

  @Test func aTranslationRemembersItsSource() throws {
    let repository = try Fixtures.locked("translated", copy: "Une branche est un nom.\n")
    let bytes = try Files.read("\(repository.path)/north/academy.lock")
    let entry = try #require(try LockReader.read(bytes).entries.first)
    #expect(entry.translation?.blob == entry.lesson.blob)
    #expect(entry.translation?.paragraphs == [])
    #expect(try Academy(repository).check("north", locked: true) == [])
  }

  @Test func picturesAreLockedToo() throws {
    let repository = try FixtureRepository()
    let text = "![Two branches](fig/two.svg)\n"
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.0.0"), "basics/episodes/02-branching.md": text,
      "basics/episodes/fig/two.svg": "<svg/>\n",
    ])
    try repository.commit([
      "north/course.yml": Fixtures.north(), "north/episodes/05-branching.md": text,
      "north/episodes/fig/two.svg": "<svg/>\n",
    ])
    let lock = try repository.writeLock("north", Academy(repository))
    let entry = try #require(try LockReader.read(Array(lock.utf8)).entries.first)
    #expect(entry.assets.map(\.path.string) == ["episodes/fig/two.svg"])
    // Without history, the lock's digest tells that the picture was changed.
    let files = [
      "basics/course.yml": Fixtures.basics("1.0.0"), "north/course.yml": Fixtures.north(),
      "north/academy.lock": lock, "north/episodes/05-branching.md": text,
      "north/episodes/fig/two.svg": "<svg/>\n",
    ]
    #expect(try Academy(Academy.members(of: files)).check("north", locked: true) == [])
    let changed = files.merging(["north/episodes/fig/two.svg": "<svg><g/></svg>\n"]) { $1 }
    let findings = try Academy(Academy.members(of: changed)).check("north")
    #expect(findings.map(\.rule) == ["reuse/verbatim"])
    #expect((findings.first?.line, findings.first?.column) == (1, 17))
  }

  @Test func aMissingLockIsAWarningAndAnErrorWhenLocked() throws {
    let repository = try Fixtures.academy()
    let found = try Academy(repository).check("north")
    #expect(found.map(\.rule) == ["reuse/lock"])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.path == "north/course.yml")
    #expect(found.first?.flagged == "reuses")
    #expect(
      found.first?.message
        == "no `academy.lock` says which release the reused lesson was taken from")
    #expect(try Academy(repository).check("north", locked: true).map(\.severity) == [.error])
  }

  @Test func aDamagedLockIsWorkedOutAgain() throws {
    let repository = try Fixtures.locked()
    let good = try Files.read("\(repository.path)/north/academy.lock")
    try repository.write("north/academy.lock", "{\"lock\": 1, \"lessons\": [\n")
    #expect(try Academy(repository).check("north").map(\.rule) == ["reuse/lock"])
    #expect(
      try repository.writeLock("north", Academy(repository))
        == String(decoding: good, as: UTF8.self))
    try repository.write("north/academy.lock", "{\"lock\": 7, \"lessons\": []}\n")
    guard case .refused(let findings) = try Academy(repository).lock("north") else {
      Issue.record("a newer lock would be overwritten")
      return
    }
    #expect(findings.map(\.rule) == ["reuse/lock"])
    #expect(findings.first?.help == "update `academy`; the lock is left as it is")
  }

  @Test func alteredIDsInTheLockAreNoticed() throws {
    let repository = try Fixtures.locked()
    let text = String(
      decoding: try Files.read("\(repository.path)/north/academy.lock"), as: UTF8.self)
    let entry = try #require(try LockReader.read(Array(text.utf8)).entries.first)
    try repository.write(
      "north/academy.lock",
      text.replacing(entry.lesson.blob.hex, with: String(entry.lesson.blob.hex.reversed())))
    let found = try Academy(repository).check("north")
    #expect(found.map(\.rule) == ["reuse/integrity"])
    #expect(try repository.writeLock("north", Academy(repository)) == text)
  }

  @Test func leftoversAndLostLocks() throws {
    let repository = try Fixtures.locked()
    try repository.write("north/course.yml", Fixtures.manifest("nso-north/workshop", "0.1.0-dev"))
    let found = try Academy(repository).check("north")
    #expect(
      found.map(\.message) == [
        "the lock does not fit `course.yml`: lesson `branching` is locked and no longer reused "
          + "from `office-a/basics`"
      ])
    guard case .remove(let path) = try Academy(repository).lock("north") else {
      Issue.record("the lock would stay")
      return
    }
    #expect(path.string == "north/academy.lock")
    guard case .notNeeded = try Academy(repository).lock("basics") else {
      Issue.record("a course that reuses nothing needs no lock")
      return
    }
  }

  @Test func aMistypedIDIsToldOnce() throws {
    let repository = try Fixtures.locked()
    for manifest in [
      Fixtures.north(lessons: "[branchin]"),
      Fixtures.north().replacing("office-a/basics", with: "office-a/basic"),
    ] {
      try repository.write("north/course.yml", manifest)
      #expect(try Academy(repository).check("north").count == 1)
    }
  }

  // MARK: - Names and versions

  @Test func unknownCourseListsWhatThereIs() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": Fixtures.manifest("office-a/git-basics", "1.0.0")])
    try repository.commit([
      "north/course.yml": Fixtures.north(), "north/episodes/05-branching.md": "A\n",
    ])
    let found = try Academy(repository).check("north")
    #expect(found.map(\.message) == ["no source has the course `office-a/basics`"])
    #expect(found.first?.notes.map(\.text) == ["the courses there are: office-a/git-basics"])
    #expect(found.first?.help == "write `office-a/git-basics`")
  }

  @Test func anUnsatisfiableRangeListsWhatThereIs() throws {
    let repository = try Fixtures.academy(range: "^2.0")
    try repository.commit(["basics/course.yml": Fixtures.basics("1.1.0")])
    try repository.commit(["basics/course.yml": Fixtures.basics("2.0.0-dev")])
    let found = try Academy(repository).check("north")
    #expect(found.map(\.message) == ["no release of `office-a/basics` satisfies `^2.0`"])
    #expect(
      found.first?.notes.map(\.text) == [
        "its releases are 1.0.0, 1.1.0", "work on 2.0.0 is in progress and not released",
      ])
    #expect(
      found.first?.help == "write `^1.1` for the newest release and what is compatible with it")
    #expect(found.first?.flagged == "^2.0")
  }

  @Test func aCourseWithoutReleases() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.0.0-dev"),
      "basics/episodes/02-branching.md": "A\n",
      "north/course.yml": Fixtures.north(), "north/episodes/05-branching.md": "A\n",
    ])
    let found = try Academy(repository).check("north")
    #expect(
      found.map(\.message) == [
        "`office-a/basics` has no release yet, so nothing satisfies `^1.0`"
      ])
    guard case .refused = try Academy(repository).lock("north") else {
      Issue.record("nothing can be locked")
      return
    }
  }

  @Test func aLessonRemovedLaterIsTakenFromTheLastReleaseThatHasIt() throws {
    let repository = try Fixtures.academy()
    try repository.commit(
      ["basics/course.yml": Fixtures.basics("1.1.0"), "basics/episodes/01-start.md": "S\n"],
      removing: ["basics/episodes/02-branching.md"])
    #expect(try Academy(repository).check("north").map(\.rule) == ["reuse/lock"])
    try repository.write("north/course.yml", Fixtures.north(range: "^1.1"))
    let found = try Academy(repository).check("north")
    #expect(found.map(\.message) == ["`office-a/basics` 1.1.0 has no lesson `branching`"])
    #expect(found.first?.notes.map(\.text) == ["its lessons are start"])
  }

  @Test func idsComeFromManifestAndFrontMatter() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "basics/course.yml": Fixtures.basics("1.0.0")
        + "lessons:\n  - {id: branching, path: episodes/02-x.md}\n",
      "basics/episodes/02-x.md": "A\n",
      "north/course.yml": Fixtures.north(lessons: "{branching: branches}"),
      "north/episodes/05-y.md": "---\nid: branches\n---\n\nA\n",
    ])
    #expect(try Academy(repository).check("north").map(\.rule) == ["reuse/lock"])
  }

  // MARK: - Releases that move

  @Test func aSquashWithAnEqualTreeIsTheSameRelease() throws {
    let repository = try Fixtures.locked()
    let files = [
      "basics/course.yml": Fixtures.basics("1.0.0"),
      "basics/episodes/02-branching.md": Fixtures.branching,
    ]
    try repository.switchHead(to: "squashed")
    try repository.commit(files, message: "All at once")
    #expect(try Academy(repository).check("north", locked: true) == [])
  }

  @Test func anotherTreeUnderALockedVersionIsAnError() throws {
    let repository = try Fixtures.locked()
    try repository.switchHead(to: "rewritten")
    try repository.commit(["basics/episodes/03-more.md": "More.\n"], message: "Rewritten")
    let found = try Academy(repository).check("north")
    #expect(found.map(\.rule) == ["reuse/release-moved"])
    #expect(found.first?.severity == .error)
    #expect(
      found.first?.message.hasPrefix(
        "release 1.0.0 of `office-a/basics` is not what was locked: its tree was ") == true)
    // The lock is the witness: it does not follow by itself.
    guard case .unchanged = try Academy(repository).lock("north") else {
      Issue.record("the lock follows a moved release")
      return
    }
  }

  @Test func aLockedReleaseThatIsGoneIsAnError() throws {
    let repository = try Fixtures.locked()
    try repository.switchHead(to: "rewritten")
    try repository.commit(["basics/course.yml": Fixtures.basics("1.0.1")], message: "Rewritten")
    let found = try Academy(repository).check("north")
    #expect(
      found.map(\.message) == [
        "release 1.0.0 of `office-a/basics`, which the lock names, is gone"
      ])
    // The locked blob is still there, so a changed copy is found all the same.
    try repository.write("north/episodes/05-branching.md", Fixtures.branching + "More.\n")
    #expect(
      try Academy(repository).check("north").rules == ["reuse/release-moved", "reuse/verbatim"])
  }

  // MARK: - Several repositories

  @Test func sourcesAreOtherRepositories() throws {
    let source = try FixtureRepository()
    try source.commit([
      "course.yml": Fixtures.manifest("office-a/basics", "1.0.0"),
      "episodes/02-branching.md": Fixtures.branching,
    ])
    try source.tag("v1.0.0")
    try source.tag("v9.0.0")
    try source.commit(["episodes/02-branching.md": "New.\n"])
    let own = try FixtureRepository()
    try own.commit([
      "course.yml": Fixtures.north(), "episodes/05-branching.md": Fixtures.branching,
    ])
    let academy = try Academy(own, sources: source)
    let lock = try own.writeLock("nso-north/workshop", academy)
    #expect(try LockReader.read(Array(lock.utf8)).entries.map(\.version) == [SemVer(1, 0, 0)])
    #expect(try Academy(own, sources: source).check("nso-north/workshop", locked: true) == [])
    try source.tag("v1.0.0", at: try source.commit(["index.md": "Moved.\n"]))
    #expect(
      try Academy(own, sources: source).check("nso-north/workshop").rules == [
        "reuse/release-moved"
      ])
  }

  @Test func creditComesFromTheRelease() throws {
    let repository = try Fixtures.academy()
    try repository.commit(
      [
        "basics/course.yml": Fixtures.manifest(
          "office-a/basics", "1.1.0", releases: "declared", more: "title: New name\nlicense: MIT\n")
      ])
    try repository.write(
      "north/course.yml",
      Fixtures.north(range: "^1.1") + "    attribution: {author: Ada}\n")
    let reuse = try #require(try Academy(repository).checker().check(1).reuses.first)
    #expect(reuse.credit.title == "New name")
    #expect(reuse.credit.author == "Ada")
    #expect(reuse.credit.license == "MIT")
  }
}

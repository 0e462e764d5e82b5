import CourseModel
import CourseReuse
import Identifiers
import SourceCore
import TestSupport
import Testing

@Suite struct TaggedReleaseTests {
  private func versions(_ set: ReleaseSet) -> [String] { set.releases.map(\.version.description) }

  private func releases(_ repository: FixtureRepository, _ name: String = "") throws -> ReleaseSet {
    try Academy(repository).releases(name)
  }

  @Test func allThreeSpellingsCount() throws {
    let repository = try FixtureRepository()
    for (version, tag) in [
      ("1.0.0", "v1.0.0"), ("1.1.0", "1.1.0"), ("1.2.0", "office/loops/v1.2.0"),
    ] {
      try repository.commit(["course.yml": Fixtures.manifest("office/loops", version)])
      try repository.tag(tag, message: tag == "1.1.0" ? "Annotated" : nil)
    }
    let set = try releases(repository)
    #expect(versions(set) == ["1.0.0", "1.1.0", "1.2.0"])
    #expect(set.foreignTags == [])
    #expect(set.newest?.tags == ["office/loops/v1.2.0"])
    #expect(try set.newest?.commit == repository.head)
    #expect(set.limit == nil)
  }

  @Test func otherIDsVersionsAndNamesAreForeign() throws {
    let repository = try FixtureRepository()
    try repository.commit(["index.md": "Template.\n"])
    try repository.tag("v9.5.3")
    try repository.commit(["course.yml": Fixtures.manifest("template/loops", "9.6.0")])
    try repository.tag("v9.6.0")
    try repository.commit(["course.yml": Fixtures.manifest("office/loops", "1.0.0")])
    try repository.tag("v1.0.0")
    try repository.tag("v1.0")
    try repository.tag("v1.1.0")
    try repository.tag("workshop-oslo")
    try repository.tag("other/course/v1.0.0")
    let set = try releases(repository)
    #expect(versions(set) == ["1.0.0"])
    #expect(set.foreignTags == ["v1.0", "v1.1.0", "v9.5.3", "v9.6.0"])
    let findings = try Academy(repository).check("").of("reuse/foreign-tag")
    #expect(
      findings.map(\.message) == [
        "4 tags are no releases of this course: v1.0, v1.1.0, v9.5.3, v9.6.0"
      ])
    #expect(findings.first?.notes.last?.text == "its releases are 1.0.0")
  }

  /// As in the template's repositories: the tags are ancestors of `HEAD`.
  @Test func inheritedTagsOfACourseWithoutManifest() throws {
    let repository = try FixtureRepository()
    for version in ["2016-06", "v9.5.0-rc.1", "v9.5.0", "v9.3.0rc", "v9.10.0", "v9.2.0"] {
      try repository.commit(["config.yaml": "title: Loops # \(version)\n"])
      try repository.tag(version)
    }
    try repository.commit(["episodes/01-loops.md": "Loops repeat.\n"])
    let set = try releases(repository)
    #expect(set.releases == [])
    #expect(
      set.foreignTags == ["v9.2.0", "v9.3.0rc", "v9.5.0-rc.1", "v9.5.0", "v9.10.0", "2016-06"])
    let findings = try Academy(repository).check("")
    #expect(findings.rules == ["reuse/foreign-tag"])
    #expect(findings.count == 1)
    #expect(findings.first?.path == ".")
  }

  @Test func aTagNeedNotBeAnAncestor() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": Fixtures.manifest("office/loops", "1.0.0")])
    try repository.tag("v1.0.0")
    // The history was trimmed: `HEAD` starts anew.
    try repository.switchHead(to: "trimmed")
    try repository.commit(["course.yml": Fixtures.manifest("office/loops", "1.1.0-dev")])
    #expect(versions(try releases(repository)) == ["1.0.0"])
  }

  @Test func twoTreesForOneVersion() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": Fixtures.manifest("office/loops", "1.0.0")])
    try repository.tag("v1.0.0")
    try repository.commit(["index.md": "Loops.\n"])
    try repository.tag("1.0.0")
    let academy = try Academy(repository)
    #expect(try academy.releases("").releases == [])
    let findings = try academy.check("")
    #expect(findings.rules == ["reuse/release-conflict"])
    #expect(findings.first?.severity == .error)
    let message = findings.first?.message ?? ""
    #expect(message.hasPrefix("version 1.0.0 is tagged with different content: `1.0.0` (tree "))
  }

  @Test func equalTreesAreOneRelease() throws {
    let repository = try FixtureRepository()
    let first = try repository.commit(["course.yml": Fixtures.manifest("office/loops", "1.0.0")])
    try repository.tag("1.0.0")
    try repository.commit(message: "Nothing changed")
    try repository.tag("v1.0.0")
    let academy = try Academy(repository)
    let set = try academy.releases("")
    #expect(set.releases.map(\.tags) == [["1.0.0", "v1.0.0"]])
    #expect(set.releases.first?.commit == first)
    let findings = try academy.check("")
    #expect(findings.map(\.rule) == ["reuse/same-release"])
    #expect(findings.first?.severity == .note)
  }

  @Test func coursesOfOneRepositoryKeepTheirTagsApart() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "a/course.yml": Fixtures.manifest("office/a", "1.0.0"),
      "b/course.yml": Fixtures.manifest("office/b", "2.0.0"),
    ])
    try repository.tag("v1.0.0")
    try repository.tag("office/b/v2.0.0")
    let academy = try Academy(repository)
    #expect(versions(try academy.releases("office/a")) == ["1.0.0"])
    #expect(versions(try academy.releases("office/b")) == ["2.0.0"])
    #expect(try academy.releases("office/a").foreignTags == [])
    #expect(try academy.releases("office/b").foreignTags == [])
  }

  @Test func theFolderMayHaveMoved() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": Fixtures.manifest("office/loops", "1.0.0")])
    try repository.tag("v1.0.0")
    try repository.commit(
      ["courses/loops/course.yml": Fixtures.manifest("office/loops", "1.1.0-dev")],
      removing: ["course.yml"])
    let set = try releases(repository, "courses/loops")
    #expect(versions(set) == ["1.0.0"])
    #expect(set.newest?.folder == .root)
  }

  @Test func calendarVersions() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "course.yml": Fixtures.manifest("office/loops", "2026.1", more: "versioning: calver\n")
    ])
    try repository.tag("v2026.1")
    #expect(versions(try releases(repository)) == ["2026.1.0"])
  }

  @Test func preReleasesAreReleasesOfTheirOwn() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": Fixtures.manifest("office/loops", "1.0.0-beta.1")])
    try repository.tag("v1.0.0-beta.1")
    let set = try releases(repository)
    #expect(versions(set) == ["1.0.0-beta.1"])
    #expect(set.newest?.version == SemVer("1.0.0-beta.1"))
  }

  /// Tags that belong to the repository rather than to a course are nobody's business here.
  @Test func declaredCoursesIgnoreTags() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "course.yml": Fixtures.manifest("office/loops", "1.0.0", releases: "declared")
    ])
    try repository.tag("v3.0.0")
    #expect(try Academy(repository).check("") == [])
  }
}

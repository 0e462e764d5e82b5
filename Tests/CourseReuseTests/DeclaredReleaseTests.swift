import CourseModel
import CourseReuse
import GitStore
import Identifiers
import SourceCore
import TestSupport
import Testing

@Suite struct DeclaredReleaseTests {
  private func manifest(_ version: String) -> String {
    Fixtures.manifest("office/loops", version, releases: "declared")
  }

  @Test func theFirstCommitThatDeclaresAVersion() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.0.0-dev"), "index.md": "One.\n"])
    let first = try repository.commit(["course.yml": manifest("1.0.0")])
    try repository.commit(["index.md": "Two.\n"])
    try repository.commit(["course.yml": manifest("1.0.0") + "keywords: loops\n"])
    try repository.commit(["course.yml": manifest("1.1.0-dev")])
    let second = try repository.commit(["course.yml": manifest("1.1.0"), "index.md": "Three.\n"])
    let set = try Academy(repository).releases("")
    #expect(set.releases.map(\.version) == [SemVer(1, 0, 0), SemVer(1, 1, 0)])
    #expect(set.releases.map(\.commit) == [first, second])
    #expect(try Academy(repository).check("") == [])
  }

  @Test func aRevertDoesNotMoveARelease() throws {
    let repository = try FixtureRepository()
    let first = try repository.commit(["course.yml": manifest("1.0.0")])
    let second = try repository.commit(["course.yml": manifest("1.1.0")])
    try repository.commit(["course.yml": manifest("1.0.0"), "index.md": "Back.\n"])
    let set = try Academy(repository).releases("")
    #expect(set.releases.map(\.commit) == [first, second])
  }

  @Test func onlyTheFirstParentsCount() throws {
    let repository = try FixtureRepository()
    let root = try repository.commit(["course.yml": manifest("1.0.0-dev")])
    try repository.branch("topic", at: root)
    try repository.switchHead(to: "topic")
    let side = try repository.commit(["course.yml": manifest("1.0.0")])
    try repository.switchHead(to: "main")
    let merge = try repository.commit(
      ["course.yml": manifest("1.0.0"), "index.md": "Merged.\n"], merging: [side])
    #expect(try Academy(repository).releases("").releases.map(\.commit) == [merge])
  }

  @Test func theFolderMayHaveMoved() throws {
    let repository = try FixtureRepository()
    let first = try repository.commit(["old/course.yml": manifest("1.0.0")])
    try repository.commit(["new/course.yml": manifest("1.0.0")], removing: ["old/course.yml"])
    let second = try repository.commit(["new/course.yml": manifest("1.1.0")])
    let set = try Academy(repository).releases("office/loops")
    #expect(set.releases.map(\.commit) == [first, second])
    #expect(set.releases.map(\.folder.string) == ["old", "new"])
  }

  @Test func anotherCoursesVersionsDoNotCount() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": Fixtures.basics("1.0.0")])
    let fork = try repository.commit(["course.yml": manifest("2.0.0")])
    #expect(try Academy(repository).releases("").releases.map(\.commit) == [fork])
  }

  @Test func aShallowCloneHidesReleases() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.0.0")])
    let cut = try repository.commit(["index.md": "Two.\n"])
    try repository.makeShallow(at: cut)
    let academy = try Academy(repository)
    // The cut commit holds 1.0.0, but with another tree than the release had.
    let set = try academy.releases("")
    #expect(set.releases == [])
    #expect(set.limit == .shallow)
    let findings = try academy.check("")
    #expect(findings.rules == ["reuse/unverified"])
    #expect(
      findings.first?.message
        == "this course's releases cannot be told: this repository is a shallow clone, which "
        + "hides releases")
    #expect(findings.first?.help == "run `git fetch --unshallow --tags` there")
  }

  @Test func aShallowCloneThatHoldsTheNewestReleaseIsFine() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.0.0")])
    let cut = try repository.commit(["course.yml": manifest("1.1.0-dev")])
    try repository.commit(["course.yml": manifest("1.1.0")])
    try repository.makeShallow(at: cut)
    let academy = try Academy(repository)
    #expect(try academy.releases("").releases.map(\.version) == [SemVer(1, 1, 0)])
    #expect(try academy.check("") == [])
  }

  @Test func beforeTheFirstCommit() throws {
    let repository = try FixtureRepository()
    try repository.write("course.yml", manifest("1.0.0-dev"))
    #expect(try Academy(repository).check("") == [])
  }

  @Test func aMissingBlobIsNamed() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.0.0")])
    try repository.commit(["course.yml": manifest("1.1.0")])
    repository.deleteObject(try repository.writeBlob(manifest("1.0.0")))
    let findings = try Academy(repository).check("")
    #expect(findings.rules == ["reuse/unverified"])
    #expect(findings.first?.help != nil)
  }

  @Test func aThousandCommitsAndEighteenTagsAreWalkedOnce() throws {
    let repository = try FixtureRepository()
    try repository.commit(["course.yml": manifest("1.0.0"), "index.md": "0\n"])
    try repository.commit(["index.md": "1\n"])
    let history = try #require(try Repository.discover(from: repository.path))
    let trees = [try history.commit("HEAD~1").tree, try history.commit("HEAD").tree]
    for number in 1...1000 {
      try repository.commit(tree: trees[number % 2])
      if number % 56 == 0 { try repository.tag("v9.0.\(number)") }
    }
    try repository.pack()
    let academy = try Academy(repository)
    var count = 0
    let time = try threadTime { count = try academy.releases("").releases.count }
    #expect(count == 1)
    // Milliseconds; the bound only catches a walk that is not linear.
    #expect(time < .seconds(5), "\(time)")
  }
}

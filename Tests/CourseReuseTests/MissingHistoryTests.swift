import CourseModel
import CourseReuse
import SourceCore
import TestSupport
import Testing

/// Archives, shallow clones and damaged repositories.
@Suite struct MissingHistoryTests {
  /// Files as a downloaded archive of `Fixtures.locked` holds them.
  private func archive(
    _ repository: FixtureRepository, changing changed: [String: String] = [:],
    without removed: String? = nil
  ) throws -> Academy {
    var files: [String: String] = [:]
    for path in [
      "basics/course.yml", "basics/episodes/02-branching.md", "north/course.yml",
      "north/academy.lock", "north/episodes/05-branching.md",
    ] where path != removed {
      files[path] = String(
        decoding: try Files.read("\(repository.path)/\(path)"), as: UTF8.self)
    }
    return Academy(Academy.members(of: files.merging(changed) { $1 }))
  }

  @Test func anArchiveIsVerifiedByTheLock() throws {
    let repository = try Fixtures.locked()
    #expect(try archive(repository).check("north", locked: true) == [])
    let windows = Fixtures.branching.replacing("\n", with: "\r\n")
    let academy = try archive(
      repository,
      changing: [
        "north/episodes/05-branching.md": windows, "basics/episodes/02-branching.md": windows,
      ])
    #expect(try academy.check("north", locked: true) == [])
  }

  @Test func anArchiveStillShowsAChangedCopy() throws {
    let repository = try Fixtures.locked()
    let changed = Fixtures.branching.replacing("Make one", with: "Make two")
    let academy = try archive(
      repository, changing: ["north/episodes/05-branching.md": changed])
    #expect(try academy.check("north").map(\.line) == [9])
    #expect(try academy.check("north").rules == ["reuse/verbatim"])
  }

  @Test func whatAnArchiveCannotShowIsSaid() throws {
    let repository = try Fixtures.locked()
    let changed = Fixtures.branching.replacing("Make one", with: "Make two")
    let academy = try archive(
      repository,
      changing: [
        "north/episodes/05-branching.md": changed, "basics/episodes/02-branching.md": "New.\n",
      ])
    let found = try academy.check("north")
    #expect(found.map(\.severity) == [.warning])
    #expect(
      found.map(\.message) == [
        "lesson `branching` cannot be verified against `office-a/basics`: files is a folder "
          + "without Git history"
      ])
    #expect(try academy.check("north", locked: true).map(\.severity) == [.error])
    // Without a lock either, nothing can be said at all.
    let bare = try archive(repository, without: "north/academy.lock")
    #expect(try bare.check("north").rules == ["reuse/unverified"])
    guard case .refused(let findings) = try bare.lock("north") else {
      Issue.record("nothing can be locked")
      return
    }
    #expect(findings.map(\.rule) == ["reuse/unverified"])
  }

  @Test func aShallowCloneIsVerifiedByTheLockOrNamed() throws {
    let repository = try Fixtures.locked()
    try repository.commit(["basics/episodes/02-branching.md": "New.\n"])
    try repository.makeShallow(at: repository.head)
    let north = { try Academy(repository).check("north").filter { $0.path != "north" } }
    #expect(try north() == [])
    try repository.write("north/course.yml", Fixtures.north(range: "~1.0"))
    #expect(try north() == [])
    repository.remove("north/academy.lock")
    let found = try north()
    #expect(found.map(\.rule) == ["reuse/unverified"])
    #expect(found.first?.help == "run `git fetch --unshallow --tags` there")
  }

  @Test func aMissingBlobIsNamed() throws {
    let repository = try Fixtures.locked()
    try repository.commit(["basics/episodes/02-branching.md": "New.\n"])
    let blob = try repository.writeBlob(Fixtures.branching)
    try repository.write("north/episodes/05-branching.md", "Changed.\n")
    repository.deleteObject(blob)
    let found = try Academy(repository).check("north")
    #expect(found.map(\.rule) == ["reuse/unverified"])
    #expect(found.first?.help != nil)
  }
}

import CourseReuse
import Identifiers
import SourceCore
import Testing

/// Versions that stand for commits.
struct CommitVersionTests {
  private func commit(_ time: Int64, _ digit: Character = "4") throws -> CommitInfo {
    let id = try #require(ObjectID(hex: String(repeating: digit, count: 40)))
    return CommitInfo(id: id, tree: id, parents: [], time: time, subject: "")
  }

  @Test func itIsTimeAndCommit() throws {
    let version = CommitVersion(try commit(1_795_340_130))
    #expect(version.version.description == "0.0.0-20261122093530.g444444444444")
    #expect(CommitVersion(version.version) == version)
    #expect(SemVer(version.version.description) == version.version)
    // Digits alone would be a number that begins with a zero.
    let zeros = CommitVersion(try commit(0, "0"))
    #expect(SemVer(zeros.version.description) == zeros.version)
    #expect(CommitVersion(try commit(-1)).version.description.contains("-19691231235959."))
  }

  @Test func itsRangeHoldsLaterCommitsAndNoRelease() throws {
    let first = CommitVersion(try commit(1_700_000_000)).version
    let range = try VersionRange(parsing: "^\(first)")
    #expect(range.contains(first))
    #expect(range.contains(CommitVersion(try commit(1_700_000_001, "1")).version))
    #expect(!range.contains(CommitVersion(try commit(1_699_999_999, "9")).version))
    for release in ["0.0.1", "0.1.0", "1.0.0", "1.0.0-rc.1"] {
      #expect(!range.contains(try #require(SemVer(release))), "\(release)")
    }
  }

  @Test(arguments: [
    "0.0.0", "1.0.0", "0.0.0-dev", "0.0.0-1.2", "0.0.1-20261122093530.g444444444444",
    "0.0.0-20261122093530.444444444444", "0.0.0-2026112209353.g444444444444",
    "0.0.0-20261122093530.gxyz4444", "0.0.0-20261122093530.g4444",
    "0.0.0-20261122093530.g4444444.1", "0.0.0-2026112209353a.g4444444",
  ])
  func otherVersionsAreNone(_ text: String) throws {
    #expect(CommitVersion(try #require(SemVer(text))) == nil)
  }
}

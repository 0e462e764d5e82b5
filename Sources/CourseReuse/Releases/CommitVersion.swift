import CourseModel
import Identifiers
import SourceCore

/// The version of a commit that nobody has released: `0.0.0-20261122093000.g4f453afc9de7`.
///
/// A manifest names it where a course has no release to take lessons from: `^0.0.0-…` allows that
/// commit and later ones. A later commit is a higher version, and every release is higher than all.
public struct CommitVersion: Sendable, Hashable {
  /// The version as a manifest and a lock have it.
  public let version: SemVer
  /// The first digits of the commit's id.
  public let digits: String

  /// Digits of a commit's id; fewer may one day mean two.
  private static let length = 12

  /// The version of a commit.
  public init(_ commit: CommitInfo) {
    digits = String(commit.id.hex.prefix(Self.length))
    // A `g` in front, as `git describe` has it: digits alone could be a number with a zero in front.
    version = SemVer(0, 0, 0, prerelease: [Self.moment(commit.time), "g" + digits])
  }

  /// Reads a version; nil where it is an ordinary one.
  public init?(_ version: SemVer) {
    guard version.core == SemVer(0, 0, 0), version.prerelease.count == 2,
      version.prerelease[0].utf8.count == 14,
      version.prerelease[0].utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      let last = version.prerelease.last, last.utf8.first == UInt8(ascii: "g")
    else { return nil }
    let digits = last.dropFirst()
    guard (7...64).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 6 })
    else { return nil }
    self.version = version
    self.digits = String(digits)
  }

  /// The commit as a release of the course in a folder; nil where there is no such commit, or the
  /// folder is not in it.
  func release(of folder: RepoPath, in history: any History) -> Release? {
    guard let commit = try? history.commit(digits), commit.id.hex.hasPrefix(digits),
      CommitVersion(commit).version.prerelease[0] == version.prerelease[0],
      let tree = try? history.objectID(at: folder, in: commit.id)
    else { return nil }
    return Release(
      version: version, commit: commit.id, tree: tree, folder: folder, time: commit.time)
  }

  /// Year to second in UTC, without anything between them.
  private static func moment(_ time: Int64) -> String {
    let day = CalendarDay(time: time).description.filter { $0 != "-" }
    let seconds = (time % 86_400 + 86_400) % 86_400
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return day + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
  }

  /// The versions of commits that manifests ask for and locks hold, by course.
  static func named(by catalog: ReuseCatalog) -> [String: Set<CommitVersion>] {
    var found: [String: Set<CommitVersion>] = [:]
    for (index, member) in catalog.members.enumerated() {
      var courses: Set<String> = []
      for reuse in member.course.metadata.reuses
      where reuse.version.utf8.count > 20 && reuse.version.contains(start) {
        courses.insert(reuse.course)
        let words = reuse.version.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        for version in words.compactMap({ SemVer($0) }).compactMap({ CommitVersion($0) }) {
          found[reuse.course, default: []].insert(version)
        }
      }
      guard !courses.isEmpty,
        let bytes = try? catalog.file(RepoPath.root.appending(LockFile.name), of: index),
        let lock = try? LockReader.read(bytes)
      else { continue }
      for entry in lock.entries where courses.contains(entry.course) {
        if let version = CommitVersion(entry.version) { found[entry.course]?.insert(version) }
      }
    }
    return found
  }

  /// How all of them begin.
  private static let start = "0.0.0-"
}

extension ReleaseSet {
  /// The set with commits among its releases.
  func adding(_ commits: [Release]) -> ReleaseSet {
    if commits.isEmpty { return self }
    return ReleaseSet(
      releases: releases + commits, foreignTags: foreignTags, conflicts: conflicts,
      repeated: repeated, limit: limit, overtaking: overtaking)
  }
}

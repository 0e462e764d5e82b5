import Identifiers
import SourceCore

/// A released version of a course: what its folder held in one commit.
public struct Release: Sendable, Hashable {
  /// The version, always without a pre-release part where releases are declared.
  public let version: SemVer
  /// The commit that holds it; another commit with the same tree is the same release.
  public let commit: ObjectID
  /// Id of the course's folder as a tree, which is the release's identity.
  public let tree: ObjectID
  /// The course's folder in that commit.
  public let folder: RepoPath
  /// Tags that name it, in bytewise order.
  public let tags: [String]
  /// Seconds since 1970-01-01 UTC at which the commit was made.
  public let time: Int64

  /// Makes a release.
  public init(
    version: SemVer, commit: ObjectID, tree: ObjectID, folder: RepoPath, tags: [String] = [],
    time: Int64
  ) {
    self.version = version
    self.commit = commit
    self.tree = tree
    self.folder = folder
    self.tags = tags
    self.time = time
  }
}

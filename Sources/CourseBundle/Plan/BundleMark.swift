import SourceCore

/// What a bundle was made of: a release, some commit, or files that nobody has committed.
public enum BundleMark: Sendable, Hashable {
  /// A release: its version, commit, the tree id of the course's folder, and the time of the commit
  /// in seconds since 1970-01-01 UTC.
  case release(version: String, commit: ObjectID, tree: ObjectID, time: Int64)
  /// A commit that is no release.
  case revision(commit: ObjectID, tree: ObjectID, time: Int64)
  /// The files of a work tree, or of a folder in no repository.
  case worktree

  /// The word in manifests: `release`, `revision` or `worktree`.
  public var origin: String {
    switch self {
    case .release: "release"
    case .revision: "revision"
    case .worktree: "worktree"
    }
  }

  /// The commit, where there is one.
  public var commit: ObjectID? {
    switch self {
    case .release(_, let commit, _, _), .revision(let commit, _, _): commit
    case .worktree: nil
    }
  }

  /// The tree id of the course's folder, where there is a commit.
  public var tree: ObjectID? {
    switch self {
    case .release(_, _, let tree, _), .revision(_, let tree, _): tree
    case .worktree: nil
    }
  }

  /// When the commit was made; nil for a work tree, whose bundles carry no date.
  public var time: Int64? {
    switch self {
    case .release(_, _, _, let time), .revision(_, _, let time): time
    case .worktree: nil
    }
  }
}

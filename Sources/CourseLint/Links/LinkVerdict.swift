import SourceCore

/// What the rules make of a link or image to something in the repository.
enum LinkVerdict: Sendable, Hashable {
  /// Why a path leads out of its course.
  enum Escape: Sendable, Hashable {
    /// Too many `..`.
    case parent
    /// It starts at the root of the server or the file system.
    case absolute
    /// A drive or a share of Windows.
    case windows
  }

  /// Something is there.
  case found
  /// A file that is no page is there.
  case file(RepoPath)
  /// A page is there.
  case page(RepoPath)
  /// Whether something is there cannot be told.
  case unknown
  /// Nothing is there.
  case missing(RepoPath)
  /// It leaves the course.
  case leaves(Escape)
  /// It leads to, or through, a symbolic link or a submodule.
  case notFollowed(TreeEntry)
}

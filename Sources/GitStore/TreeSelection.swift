/// Which of a repository's trees to read.
public enum TreeSelection: Sendable, Hashable {
  /// The files of the work tree: tracked ones, and new ones that are not ignored.
  case worktree
  /// What the next commit holds.
  case index
  /// What a branch, a tag, `HEAD~3` or an id names.
  case revision(String)
}

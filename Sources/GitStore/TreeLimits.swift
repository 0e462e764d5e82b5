import SourceCore

/// Bounds that no course comes near, so that a hostile or mistaken tree ends the listing and not
/// the machine's memory.
enum TreeLimits {
  /// Entries of one view.
  static let entries = 1_000_000
  /// Files of a plain folder, where nothing is ignored and a home folder is quickly named.
  static let folderEntries = 200_000
  /// Folders inside one another.
  static let depth = 256

  static func tooMany(_ limit: Int, function: StaticString) -> GitError {
    GitError(
      .tooLarge, function: function, message: "There are more than \(limit) files here.",
      help: "Name the folder of the course or of the academy.")
  }

  static func tooDeep(_ path: RepoPath) -> UnreadableEntry {
    UnreadableEntry(
      path: path,
      failure: ReadFailure(
        .tooLarge, "\(path) lies more than \(depth) folders deep and was not read.",
        help: "Move it up."))
  }
}

import SourceCore

/// What is told of an entry that is seen and never followed.
enum NotAFile {
  /// Bytes of a link's target that are worth showing.
  static let longestTarget = 4096

  /// The failure to read a link or a submodule at `path`.
  static func failure(_ path: RepoPath, kind: EntryKind, target: [UInt8]? = nil) -> ReadFailure {
    guard kind == .symlink else {
      return ReadFailure(
        .notAFile, "\(path) is a submodule, whose files belong to another repository.",
        help: "Check that repository by itself, or copy what the course needs.")
    }
    let to = target.map { " to \(String(decoding: $0, as: UTF8.self))" } ?? ""
    return ReadFailure(
      .notAFile, "\(path) is a symbolic link\(to), and links are not followed.",
      help: "Put a copy of the file in its place.")
  }
}

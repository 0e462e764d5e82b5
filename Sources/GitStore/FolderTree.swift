import Glibc
import SourceCore

/// A folder that is in no repository, such as a downloaded archive: every file but Git's own.
public struct FolderTree: TreeView, Sendable {
  /// Full path of the folder.
  public let root: String
  /// Where it was read from.
  public let origin = TreeOrigin.folder
  /// All entries in bytewise order of their paths.
  public let entries: [TreeEntry]
  /// What the listing had to leave out.
  public let unreadable: [UnreadableEntry]

  /// Lists the folder at a path of the system.
  ///
  /// - Parameter isDeep: whether folders in it are listed too.
  public init(path: String, isDeep: Bool = true) throws(GitError) {
    try self.init(path: path, isDeep: isDeep, limit: TreeLimits.folderEntries)
  }

  init(path: String, isDeep: Bool = true, limit: Int) throws(GitError) {
    root = try realPath(path)
    var walk = FolderWalk(Visitor(isDeep: isDeep), start: .root, limit: limit)
    guard let folder = NoFollow.folder(.root, below: root) else {
      throw Self.failure(errno, path)
    }
    try walk.add(folder, at: .root, depth: 0)
    entries = walk.entries
    unreadable = walk.unreadable
  }

  /// The bytes of a file.
  public func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    try Self.read(entry, at: entry.path, below: root, limit: limit)
  }

  /// How many bytes a file holds.
  public func size(of entry: TreeEntry) -> Int? {
    entry.isFile ? NoFollow.size(entry.path, below: root) : nil
  }

  /// The bytes of an entry at `path` below `root`, whichever view it is of.
  static func read(
    _ entry: TreeEntry, at path: RepoPath, below root: String, limit: Int
  ) throws(ReadFailure) -> [UInt8] {
    try check(entry, at: path, below: root)
    return try NoFollow.read(path, below: root, limit: limit)
  }

  /// Refuses what is no file.
  static func check(
    _ entry: TreeEntry, at path: RepoPath, below root: String
  ) throws(ReadFailure) {
    if entry.isFile { return }
    throw NotAFile.failure(
      path, kind: entry.kind,
      target: entry.kind == .symlink ? NoFollow.linkTarget(path, below: root) : nil)
  }

  /// Why the folder to list cannot be opened.
  static func failure(_ number: Int32, _ path: String) -> GitError {
    let kind: GitError.Kind =
      switch number {
      case ENOENT: .noSuchPath
      case ENOTDIR, ELOOP: .notAFolder
      default: .refused
      }
    let message =
      kind == .notAFolder
      ? "\(path) is no folder, or lies behind a symbolic link."
      : "Cannot open the folder \(path): \(systemMessage(number))."
    return GitError(
      kind, function: "openat", category: number, detail: systemMessage(number), message: message)
  }

  private struct Visitor: FolderVisitor {
    let isDeep: Bool

    func enters(_ path: UnsafePointer<CChar>, isRepository: Bool) -> FolderChoice {
      isDeep ? .enter : .leaveOut
    }

    func leaves() {}

    func entry(
      _ path: UnsafePointer<CChar>, at relative: RepoPath, status: stat
    ) -> TreeEntry? {
      TreeEntry(path: relative, kind: EntryKind(gitMode: status.st_mode), blob: nil)
    }
  }
}

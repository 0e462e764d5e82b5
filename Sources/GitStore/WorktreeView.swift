import CLibGit2
import Glibc
import SourceCore

/// The files of a work tree, or of a folder of it: tracked ones, and new ones not ignored.
struct WorktreeView: TreeView, Sendable {
  private let root: String
  private let folder: RepoPath
  let origin = TreeOrigin.worktree
  let entries: [TreeEntry]
  let unreadable: [UnreadableEntry]

  init(_ repository: Repository, folder: RepoPath) throws(GitError) {
    let visitor = try WorktreeVisitor(repository)
    root = visitor.root
    self.folder = folder
    guard let opened = NoFollow.folder(folder, below: root) else {
      throw FolderTree.failure(errno, root + "/" + folder.string)
    }
    visitor.start(at: folder)
    var walk = FolderWalk(visitor, start: folder, limit: TreeLimits.entries)
    try walk.add(opened, at: .root, depth: 0)
    entries = visitor.withoutFiltered(walk.entries, in: folder)
    unreadable = walk.unreadable
  }

  func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    try FolderTree.read(entry, at: folder.appending(entry.path), below: root, limit: limit)
  }

  func size(of entry: TreeEntry) -> Int? {
    entry.isFile ? NoFollow.size(folder.appending(entry.path), below: root) : nil
  }
}

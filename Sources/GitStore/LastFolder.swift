import Glibc
import SourceCore

/// Reads files below a root and keeps the folder of the last one open, since neighbours are read one
/// after the other.
final class LastFolder {
  let root: String
  private var path: RepoPath?
  private var folder: Descriptor?

  init(root: String) { self.root = root }

  /// The bytes of the file at `path`; no part of the path may be a symbolic link.
  func read(_ path: RepoPath, limit: Int) throws(ReadFailure) -> [UInt8] {
    let parent = path.parent
    if parent != self.path {
      guard let opened = NoFollow.folder(parent, below: root) else {
        throw NoFollow.failure(errno, path, isFolder: true)
      }
      folder = consume opened
      self.path = parent
    }
    return try NoFollow.read(path, in: folder!, limit: limit)
  }
}

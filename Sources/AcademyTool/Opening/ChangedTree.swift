import SourceCore

/// A tree in which some files hold something else than they do.
struct ChangedTree: TreeView {
  private let base: any TreeView
  private let changes: [RepoPath: [UInt8]]
  let entries: [TreeEntry]

  init(base: any TreeView, changes: [RepoPath: [UInt8]]) {
    self.base = base
    self.changes = changes
    entries = base.entries.map { entry in
      changes[entry.path] == nil
        ? entry : TreeEntry(path: entry.path, kind: entry.kind, blob: nil)
    }
  }

  var origin: TreeOrigin { base.origin }
  var unreadable: [UnreadableEntry] { base.unreadable }

  func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    guard let bytes = changes[entry.path] else { return try base.read(entry, limit: limit) }
    guard bytes.count <= limit else {
      throw ReadFailure(.tooLarge, "\(entry.path) holds more than \(limit) bytes.")
    }
    return bytes
  }

  func size(of entry: TreeEntry) -> Int? { changes[entry.path]?.count ?? base.size(of: entry) }
}

import SourceCore

/// A tree with some files replaced or added, as it will be once they are written.
struct OverlayTree: TreeView {
  private let base: any TreeView
  private let files: [RepoPath: [UInt8]]
  let entries: [TreeEntry]

  var origin: TreeOrigin { base.origin }
  var unreadable: [UnreadableEntry] { base.unreadable }

  init(_ base: any TreeView, _ files: [(path: RepoPath, bytes: [UInt8])]) {
    self.base = base
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
    let new = self.files.keys.map { TreeEntry(path: $0, kind: .file, blob: nil) }
    let others = base.entries.filter { [files = self.files] in files[$0.path] == nil }
    entries = (others + new).sorted { $0.path < $1.path }
  }

  func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    if let bytes = files[entry.path] { return bytes }
    return try base.read(entry, limit: limit)
  }

  func size(of entry: TreeEntry) -> Int? { files[entry.path]?.count ?? base.size(of: entry) }
}

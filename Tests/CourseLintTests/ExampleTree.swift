import SourceCore

/// The files of an example as a tree.
struct ExampleTree: TreeView {
  let origin = TreeOrigin.folder
  let entries: [TreeEntry]
  private let sizes: [RepoPath: Int]
  private let files: [RepoPath: Result<[UInt8], ReadFailure>]

  init(_ files: [(path: String, file: Example.File, bytes: [UInt8])]) {
    var contents: [RepoPath: Result<[UInt8], ReadFailure>] = [:]
    var entries: [TreeEntry] = []
    var sizes: [RepoPath: Int] = [:]
    for (name, file, bytes) in files {
      guard let path = RepoPath(name) else { preconditionFailure("no path: \(name)") }
      let kind: EntryKind
      switch file.nature {
      case .file: (kind, contents[path]) = (.file, .success(bytes))
      case .unreadable(let reason):
        (kind, contents[path]) = (.file, .failure(ReadFailure(reason, file.text)))
      case .sized(let size):
        (kind, contents[path]) = (.file, .success(bytes))
        sizes[path] = size
      case .symlink: (kind, contents[path]) = (.symlink, .failure(Self.notAFile))
      case .submodule: (kind, contents[path]) = (.submodule, .failure(Self.notAFile))
      }
      entries.append(TreeEntry(path: path, kind: kind, blob: nil))
    }
    self.files = contents
    self.sizes = sizes
    self.entries = entries.sorted { $0.path < $1.path }
  }

  private static let notAFile = ReadFailure(.notAFile, "it is no file")

  func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    guard let file = files[entry.path] else { throw ReadFailure(.missing, "it is missing") }
    let bytes = try file.get()
    guard bytes.count <= limit else { throw ReadFailure(.tooLarge, "it is too large") }
    return bytes
  }

  func size(of entry: TreeEntry) -> Int? {
    sizes[entry.path] ?? (try? files[entry.path]?.get())?.count
  }
}

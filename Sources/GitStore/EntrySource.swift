import SourceCore

/// What a task on another thread needs to read a view's entries for itself; it may go anywhere.
public struct EntrySource: Sendable {
  private enum Place: Sendable {
    case files(root: String)
    case objects(gitDirectory: String)
  }

  private let place: Place

  /// The source of entries of a folder or work tree at `root`.
  public init(filesBelow root: String) { place = .files(root: root) }

  /// The source of entries that name their blobs in the repository at `gitDirectory`.
  public init(objectsOf gitDirectory: String) {
    place = .objects(gitDirectory: gitDirectory)
  }

  /// Opens the source for the calling thread.
  public func open() throws(GitError) -> EntryReader {
    switch place {
    case .files(let root): EntryReader(folders: LastFolder(root: root), repository: nil)
    case .objects(let path):
      EntryReader(folders: nil, repository: try Repository.discover(from: path))
    }
  }
}

/// Reads entries on one thread.
public struct EntryReader {
  let folders: LastFolder?
  let repository: Repository?

  /// The bytes of an entry whose path is below the root of its repository or folder.
  public func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    if let folders {
      try FolderTree.check(entry, at: entry.path, below: folders.root)
      return try folders.read(entry.path, limit: limit)
    }
    guard let repository else {
      throw ReadFailure(.missing, "The repository that held \(entry.path) is gone.")
    }
    return try repository.readObject(entry, in: .root, limit: limit)
  }
}

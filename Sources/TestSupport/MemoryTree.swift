import CLibGit2
import SourceCore

/// A tree that a test writes down: files from a dictionary, with the blob ids Git would give.
public struct MemoryTree: TreeView {
  /// Where it claims to have been read from.
  public let origin: TreeOrigin
  /// All entries in bytewise order of their paths.
  public let entries: [TreeEntry]
  /// What it claims to have left out.
  public let unreadable: [UnreadableEntry]
  private let files: [RepoPath: [UInt8]]

  /// Makes a tree of texts by path; a path that leads out of the tree ends the test.
  public init(
    _ files: [String: String], origin: TreeOrigin = .folder, unreadable: [UnreadableEntry] = []
  ) {
    self.init(files.mapValues { Array($0.utf8) }, origin: origin, unreadable: unreadable)
  }

  /// Makes a tree of bytes by path.
  public init(
    _ files: [String: [UInt8]], origin: TreeOrigin = .folder, unreadable: [UnreadableEntry] = []
  ) {
    self.origin = origin
    self.unreadable = unreadable
    var byPath: [RepoPath: [UInt8]] = [:]
    for (name, bytes) in files {
      guard let path = RepoPath(name) else { preconditionFailure("no path: \(name)") }
      byPath[path] = bytes
    }
    self.files = byPath
    entries = byPath.map {
      TreeEntry(path: $0.key, kind: .file, blob: Self.blobID($0.value))
    }.sorted { $0.path < $1.path }
  }

  /// The bytes of a file.
  public func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    guard let bytes = files[entry.path] else {
      throw ReadFailure(.missing, "\(entry.path) is not in this tree.")
    }
    guard bytes.count <= limit else {
      throw ReadFailure(.tooLarge, "\(entry.path) holds \(bytes.count) bytes.")
    }
    return bytes
  }

  /// How many bytes a file holds.
  public func size(of entry: TreeEntry) -> Int? { files[entry.path]?.count }

  private static func blobID(_ bytes: [UInt8]) -> ObjectID {
    _ = FixtureRepository.started
    var id = git_oid()
    let code = unsafe git_odb_hash(&id, bytes, bytes.count, GIT_OBJECT_BLOB)
    precondition(code == 0, "libgit2 cannot hash")
    return ObjectID(id)
  }
}

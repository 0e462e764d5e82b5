import CLibGit2
import SourceCore

/// The tree of a commit, or a folder of it, read from the object database.
struct RevisionView: TreeView {
  private let repository: Repository
  private let folder: RepoPath
  let origin: TreeOrigin
  let entries: [TreeEntry]
  let unreadable: [UnreadableEntry]

  init(_ repository: Repository, commit: CommitInfo, folder: RepoPath) throws(GitError) {
    guard let found = try repository.entry(at: folder, in: commit), found.isTree else {
      throw GitError(
        .noSuchPath, function: "git_tree_entry_byname",
        message: "There is no folder `\(folder)` in commit \(commit.id.short).")
    }
    var listing = TreeListing(repository)
    try listing.add(repository.readTree(found.id, of: folder), at: .root, depth: 0)
    listing.sort()
    self.repository = repository
    self.folder = folder
    origin = .revision(commit.id)
    entries = listing.entries
    unreadable = listing.unreadable
  }

  func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    try repository.readObject(entry, in: folder, limit: limit)
  }

  func size(of entry: TreeEntry) -> Int? { repository.size(of: entry) }
}

extension Repository {
  /// The bytes of an entry that names its blob.
  func readObject(
    _ entry: TreeEntry, in folder: RepoPath, limit: Int
  ) throws(ReadFailure) -> [UInt8] {
    let path = folder.appending(entry.path)
    guard let id = entry.blob else {
      throw ReadFailure(.missing, "\(path) has no blob in the repository.")
    }
    guard entry.isFile else {
      let target =
        entry.kind == .symlink ? try? blob(id, limit: NotAFile.longestTarget, of: path) : nil
      throw NotAFile.failure(path, kind: entry.kind, target: target)
    }
    return try blob(id, limit: limit, of: path)
  }

  /// How many bytes an entry that names its blob holds.
  func size(of entry: TreeEntry) -> Int? {
    guard entry.isFile, let id = entry.blob else { return nil }
    return blobSize(id)
  }
}

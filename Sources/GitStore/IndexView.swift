import CLibGit2
import SourceCore

/// What the next commit holds, or a folder of it.
struct IndexView: TreeView {
  private let repository: Repository
  private let folder: RepoPath
  let origin = TreeOrigin.index
  let entries: [TreeEntry]
  let unreadable: [UnreadableEntry]

  init(_ repository: Repository, folder: RepoPath) throws(GitError) {
    var listing = IndexListing(folder)
    let index = try repository.readIndex()
    try listing.add(index)
    if listing.isEmpty && !folder.isRoot {
      throw GitError(
        .noSuchPath, function: "git_index_get_byindex",
        message: "The index holds no folder `\(folder)`.",
        help: "`git add \(folder)` puts it there.")
    }
    self.repository = repository
    self.folder = folder
    entries = sorted(listing.entries) { $0.path }
    unreadable = sorted(listing.unreadable) { $0.path }
  }

  func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8] {
    try repository.readObject(entry, in: folder, limit: limit)
  }

  func size(of entry: TreeEntry) -> Int? { repository.size(of: entry) }
}

extension Repository {
  /// The index as it is on disk now.
  func readIndex() throws(GitError) -> Handle<IndexKind> {
    guard !isBare else {
      throw GitError(
        .bare, function: "git_repository_is_bare",
        message: "\(gitDirectory) is a bare repository, which has no work tree and no index.",
        help: "Name a revision, such as HEAD.")
    }
    let file = indexFile
    do throws(GitError) {
      // Opened by its path, because the repository's own index object is kept and may be stale.
      return try unsafe Handle<IndexKind>("git_index_open") {
        unsafe git_index_open(&$0, file)
      }
    } catch {
      if error.detail.contains("unsupported mandatory extension") {
        throw error.retold(
          .unsupported, "The index \(file) is sparse or split, which cannot be read yet.",
          help: "Run `git sparse-checkout reapply --no-sparse-index` or"
            + " `git update-index --no-split-index`.")
      }
      throw error.retold(
        .corrupt, "The index \(file) is damaged: \(error.detail).",
        help: "Move it away and run `git reset`, which makes it anew and leaves your files alone.")
    }
  }
}

/// Lists the entries of an index below a folder.
struct IndexListing {
  private let folder: RepoPath
  private let prefix: [UInt8]
  private(set) var entries: [TreeEntry] = []
  private(set) var unreadable: [UnreadableEntry] = []

  init(_ folder: RepoPath) {
    self.folder = folder
    prefix = folder.isRoot ? [] : Array(folder.string.utf8) + [UInt8(ascii: "/")]
  }

  var isEmpty: Bool { entries.isEmpty && unreadable.isEmpty }

  /// Adds the entries of the index.
  mutating func add(_ index: borrowing Handle<IndexKind>) throws(GitError) {
    let count = unsafe git_index_entrycount(index.pointer)
    entries.reserveCapacity(prefix.isEmpty ? count : 0)
    for i in 0..<count {
      guard let entry = unsafe git_index_get_byindex(index.pointer, i) else { continue }
      unsafe add(entry.pointee)
      if entries.count > TreeLimits.entries {
        throw TreeLimits.tooMany(TreeLimits.entries, function: "git_index_get_byindex")
      }
    }
  }

  private mutating func add(_ entry: git_index_entry) {
    let own = prefix
    guard
      let name = unsafe cStringBytes(
        entry.path,
        { bytes -> EntryName? in
          guard unsafe bytes.starts(with: own) else { return nil }
          return unsafe EntryName(path: UnsafeBufferPointer(rebasing: bytes[own.count...]))
        })
    else { return }
    let path = RepoPath.root.appending(name.text)
    if let problem = name.problem {
      unreadable.append(UnreadableEntry(path: path, failure: problem))
      return
    }
    let stage = unsafe Int32(entry.flags) & GIT_INDEX_ENTRY_STAGEMASK
    if stage != 0 {
      if unreadable.last?.path != path {
        unreadable.append(UnreadableEntry(path: path, failure: Self.conflict(path)))
      }
      return
    }
    // Entries of `git add --intent-to-add` are no part of the next commit.
    guard
      unsafe UInt32(entry.flags_extended) & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue == 0
    else { return }
    entries.append(
      TreeEntry(
        path: path, kind: unsafe EntryKind(gitMode: entry.mode),
        blob: unsafe ObjectID(entry.id)))
  }

  private static func conflict(_ path: RepoPath) -> ReadFailure {
    ReadFailure(
      .refused, "\(path) has a merge conflict that is not resolved.",
      help: "Resolve it and run `git add \(path)`.")
  }
}

/// What a tree's entry is.
public enum EntryKind: String, Sendable, Hashable {
  case file, executable, symlink, submodule
}

/// One entry of a tree: never a folder.
public struct TreeEntry: Sendable, Hashable {
  /// Path below the view's root.
  public let path: RepoPath
  /// What it is.
  public let kind: EntryKind
  /// The blob's id where Git knows it; nil for a changed or untracked file of the work tree.
  public let blob: ObjectID?

  /// Makes an entry.
  public init(path: RepoPath, kind: EntryKind, blob: ObjectID?) {
    self.path = path
    self.kind = kind
    self.blob = blob
  }

  /// Whether it has bytes to read: a file, executable or not.
  public var isFile: Bool { kind == .file || kind == .executable }
}

/// Why bytes could not be read.
public struct ReadFailure: Error, Sendable, Hashable {
  /// The kind of failure, which decides what is reported.
  public enum Reason: String, Sendable, Hashable {
    /// The object or file is not there.
    case missing
    /// The object is there and damaged.
    case corrupt
    /// It holds more bytes than the limit.
    case tooLarge
    /// It is a symbolic link, submodule or folder.
    case notAFile
    /// The system refused (permissions, I/O).
    case refused
  }

  /// The kind of failure.
  public let reason: Reason
  /// What happened, in one sentence.
  public let message: String
  /// What to do about it, in one sentence.
  public let help: String?

  /// Makes a failure.
  public init(_ reason: Reason, _ message: String, help: String? = nil) {
    self.reason = reason
    self.message = message
    self.help = help
  }
}

/// A part of a tree that could not be listed, or whose name is no text.
public struct UnreadableEntry: Sendable, Hashable {
  /// Path below the view's root; bytes that are no UTF-8 are replaced by U+FFFD.
  public let path: RepoPath
  /// Why it could not be read.
  public let failure: ReadFailure

  /// Makes an unreadable entry.
  public init(path: RepoPath, failure: ReadFailure) {
    self.path = path
    self.failure = failure
  }
}

/// Where a tree view was read from.
public enum TreeOrigin: Sendable, Hashable {
  /// Files of a work tree.
  case worktree
  /// The index: what the next commit holds.
  case index
  /// A commit.
  case revision(ObjectID)
  /// A folder in no repository.
  case folder
}

/// A read-only file system: a work tree, an index, a commit's tree or a plain folder.
///
/// Nothing is followed out of it: symbolic links and submodules are entries that cannot be read.
public protocol TreeView {
  /// Where it was read from.
  var origin: TreeOrigin { get }
  /// All entries in bytewise order of their paths.
  var entries: [TreeEntry] { get }
  /// What the listing had to leave out, in bytewise order of the paths.
  var unreadable: [UnreadableEntry] { get }
  /// The bytes of a file.
  ///
  /// - Throws: `ReadFailure`; `.tooLarge` before reading where it holds more than `limit` bytes.
  func read(_ entry: TreeEntry, limit: Int) throws(ReadFailure) -> [UInt8]
  /// How many bytes a file holds, without reading them; nil where that cannot be told.
  func size(of entry: TreeEntry) -> Int?
}

extension TreeView {
  /// Nothing, where a view does not say otherwise.
  public var unreadable: [UnreadableEntry] { [] }

  /// Not known, where a view does not say otherwise.
  public func size(of entry: TreeEntry) -> Int? { nil }

  /// The entry at `path`, by binary search.
  public func entry(at path: RepoPath) -> TreeEntry? {
    let entries = entries
    return entries.place(of: path).map { entries[$0] }
  }
}

extension [TreeEntry] {
  /// The entries at or below a folder, of entries in bytewise order, by binary search.
  public func below(_ folder: RepoPath) -> ArraySlice<TreeEntry> {
    if folder.isRoot { return self[...] }
    // `/` is followed by `0`, so that what is below a folder stands between the two.
    return self[first(from: folder.string + "/")..<first(from: folder.string + "0")]
  }

  /// The entries whose paths begin with some letters, of entries in bytewise order.
  public func beginning(with letters: String) -> ArraySlice<TreeEntry> {
    let rest = self[first(from: letters)...]
    return rest[..<rest.partitionPoint { $0.path.string.utf8.starts(with: letters.utf8) }]
  }

  /// Where the entry at a path stands, of entries in bytewise order; nil where there is none.
  public func place(of path: RepoPath) -> Int? {
    let place = first(from: path.string)
    return place < count && self[place].path == path ? place : nil
  }

  /// Where the entries at some paths stand, of entries in bytewise order.
  public func places(of paths: some Collection<RepoPath>) -> [Int?] {
    // Mostly the paths are in the order of the entries.
    var next = 0
    return paths.map { path in
      let isNext = next < count && self[next].path == path
      guard let place = isNext ? next : place(of: path) else { return nil }
      next = place + 1
      return place
    }
  }

  private func first(from text: String) -> Int {
    partitionPoint { $0.path.string.precedesBytewise(text) }
  }
}

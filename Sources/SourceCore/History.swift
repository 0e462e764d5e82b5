/// A commit as far as releases need it.
public struct CommitInfo: Sendable, Hashable {
  /// The commit's id.
  public let id: ObjectID
  /// Id of its root tree.
  public let tree: ObjectID
  /// Its parents, the first parent first.
  public let parents: [ObjectID]
  /// Seconds since 1970-01-01 UTC at which it was committed.
  public let time: Int64
  /// First line of its message.
  public let subject: String

  /// Makes a commit.
  public init(id: ObjectID, tree: ObjectID, parents: [ObjectID], time: Int64, subject: String) {
    self.id = id
    self.tree = tree
    self.parents = parents
    self.time = time
    self.subject = subject
  }
}

/// A tag, annotated or light, peeled to its commit.
public struct TagInfo: Sendable, Hashable {
  /// Name without `refs/tags/`.
  public let name: String
  /// The commit it leads to.
  public let commit: ObjectID
  /// Whether it is a tag object of its own.
  public let isAnnotated: Bool

  /// Makes a tag.
  public init(name: String, commit: ObjectID, isAnnotated: Bool) {
    self.name = name
    self.commit = commit
    self.isAnnotated = isAnnotated
  }
}

/// Bytes by blob id, wherever they are kept.
public protocol BlobReader {
  /// The bytes of a blob.
  func blob(_ id: ObjectID, limit: Int) throws(ReadFailure) -> [UInt8]
}

/// The past of a repository, as releases and reuse need it.
public protocol History: BlobReader {
  /// Whether commits were left out when the repository was cloned.
  var isShallow: Bool { get }
  /// A digest of what tags lead to and of where the history was cut off; nil where it is not known.
  var referenceDigest: [UInt8]? { get }
  /// Whether an object is there.
  func has(_ id: ObjectID) -> Bool
  /// All tags that lead to a commit, in bytewise order of their names.
  func tags() throws(ReadFailure) -> [TagInfo]
  /// The commit that a branch, tag, `HEAD~3` or a full or short id names.
  func commit(_ revision: String) throws(ReadFailure) -> CommitInfo
  /// Commits from `start` back along first parents in which the entry at `path` differs from the
  /// first parent's, newest first.
  func firstParentHistory(of path: RepoPath, from start: ObjectID) throws(ReadFailure)
    -> [CommitInfo]
  /// Id of the tree or blob at `path` in a commit; nil where there is none.
  func objectID(at path: RepoPath, in commit: ObjectID) throws(ReadFailure) -> ObjectID?
  /// The tree of a commit, or the part of it below `folder`.
  func tree(of commit: ObjectID, folder: RepoPath) throws(ReadFailure) -> any TreeView
}

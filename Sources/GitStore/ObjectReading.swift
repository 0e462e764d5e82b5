import CLibGit2
import SourceCore

extension Repository: BlobReader {
  /// The bytes of a blob.
  public func blob(_ id: ObjectID, limit: Int) throws(ReadFailure) -> [UInt8] {
    try blob(id, limit: limit, of: nil)
  }

  /// The bytes of a blob, and in a failure's message the file it belongs to.
  func blob(_ id: ObjectID, limit: Int, of path: RepoPath?) throws(ReadFailure) -> [UInt8] {
    let name = path?.string ?? "object \(id)"
    do throws(GitError) {
      let (size, type) = try header(id)
      let isKnown = type == GIT_OBJECT_COMMIT || type == GIT_OBJECT_TREE || type == GIT_OBJECT_TAG
      if isKnown { throw Self.notABlob(id, name) }
      if size > limit {
        throw GitError(
          .tooLarge, function: "git_odb_read_header",
          message: "\(name) holds \(size) bytes, more than the limit of \(limit).")
      }
      // In a damaged pack a header may be "read" with no type; reading the content then tells why.
      return try content(id, name)
    } catch {
      if error.code == 0 { throw error.readFailure }
      throw objectError(error, id, of: path).readFailure
    }
  }

  private static func notABlob(_ id: ObjectID, _ name: String) -> GitError {
    GitError(
      .notAFolder, function: "git_odb_read_header",
      message: "\(name) is no file: object \(id) is of another type.")
  }

  private func header(_ id: ObjectID) throws(GitError) -> (size: Int, type: git_object_t) {
    var gitID = id.gitID
    var size = 0
    var type = GIT_OBJECT_INVALID
    try check(
      "git_odb_read_header",
      unsafe git_odb_read_header(&size, &type, database.pointer, &gitID))
    return (size, type)
  }

  /// How many bytes a blob holds; nil where it cannot be read.
  func blobSize(_ id: ObjectID) -> Int? { (try? header(id))?.size }

  private func content(_ id: ObjectID, _ name: String) throws(GitError) -> [UInt8] {
    var gitID = id.gitID
    let database = unsafe database.pointer
    let object = try unsafe Handle<RawObjectKind>("git_odb_read") {
      unsafe git_odb_read(&$0, database, &gitID)
    }
    guard unsafe git_odb_object_type(object.pointer) == GIT_OBJECT_BLOB else {
      throw Self.notABlob(id, name)
    }
    let size = unsafe git_odb_object_size(object.pointer)
    guard size > 0, let data = unsafe git_odb_object_data(object.pointer) else { return [] }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: data, count: size))
  }

  /// The tree with an id.
  func tree(_ id: ObjectID) throws(GitError) -> Handle<TreeKind> {
    var gitID = id.gitID
    let pointer = unsafe handle.pointer
    return try unsafe Handle("git_tree_lookup") { unsafe git_tree_lookup(&$0, pointer, &gitID) }
  }

  /// The commit with an id.
  func commit(_ id: ObjectID) throws(GitError) -> Handle<CommitKind> {
    var gitID = id.gitID
    let pointer = unsafe handle.pointer
    return try unsafe Handle("git_commit_lookup") { unsafe git_commit_lookup(&$0, pointer, &gitID) }
  }

  /// A failure to read an object, told with its id, the path it belongs to and the way out.
  func objectError(_ error: GitError, _ id: ObjectID, of path: RepoPath?) -> GitError {
    let owner = path.map { $0.isRoot ? " (the root folder)" : " (\($0))" } ?? ""
    let isMissing =
      error.code == GIT_ENOTFOUND.rawValue
      && error.category == Int32(bitPattern: GIT_ERROR_ODB.rawValue)
    if !isLoose(id), let pack = damagedPack {
      return error.retold(
        .corrupt, "Object \(id)\(owner) cannot be read: the pack \(pack) is damaged.",
        help: "`git fsck` tells more; clone the repository again, or put the pack back from a copy."
      )
    }
    guard isMissing else {
      return error.retold(
        .corrupt, "Object \(id)\(owner) is damaged: \(error.detail).",
        help: "`git fsck` lists what is damaged; `git fetch --refetch` brings it again from the"
          + " remote, or clone the repository again.")
    }
    let help =
      if isPartial {
        "This is a partial clone: `git cat-file -e \(id)` brings this object,"
          + " `git fetch --refetch --no-filter` all of them."
      } else if isShallow {
        "This is a shallow clone: `git fetch --unshallow` brings what was left out."
      } else {
        "`git fsck` lists what is missing; `git fetch --refetch` brings it again from the remote."
      }
    return error.retold(
      .missing, "Object \(id)\(owner) is missing from the repository.", help: help)
  }
}

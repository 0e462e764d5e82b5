import CLibGit2
import SourceCore

extension Repository: BlobReader {
  /// The bytes of a blob.
  public func blob(_ id: ObjectID, limit: Int) throws(ReadFailure) -> [UInt8] {
    try blob(id, limit: limit, of: nil)
  }

  /// The bytes of a blob, and in a failure's message the file it belongs to.
  func blob(_ id: ObjectID, limit: Int, of path: RepoPath?) throws(ReadFailure) -> [UInt8] {
    do throws(GitError) {
      let (size, type) = try header(id)
      if type == GIT_OBJECT_BLOB, size <= limit { return try content(id) }
      let name = path?.string ?? "object \(id)"
      throw type == GIT_OBJECT_BLOB
        ? GitError(
          .tooLarge, function: "git_odb_read_header",
          message: "\(name) holds \(size) bytes, more than the limit of \(limit).")
        : GitError(
          .notAFolder, function: "git_odb_read_header",
          message: "\(name) is no file: object \(id) is of another type.")
    } catch {
      if error.code == 0 { throw error.readFailure }
      throw objectError(error, id, of: path).readFailure
    }
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

  private func content(_ id: ObjectID) throws(GitError) -> [UInt8] {
    var gitID = id.gitID
    let database = unsafe database.pointer
    let object = try unsafe Handle<RawObjectKind>("git_odb_read") {
      unsafe git_odb_read(&$0, database, &gitID)
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

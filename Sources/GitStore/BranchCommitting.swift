import CLibGit2
import SourceCore

extension Repository {
  /// Commits changes on top of `HEAD` under a new branch, and touches neither work tree nor index.
  ///
  /// Objects are written first and the branch last, in one step, so that whoever ends the process
  /// leaves either no branch or the whole of it.
  ///
  /// - Parameter changes: files with their new bytes; nil takes a file out.
  /// - Returns: the commit.
  public func commit(
    _ changes: [(path: RepoPath, bytes: [UInt8]?)], message: String, branch: String
  ) throws(GitError) -> ObjectID {
    let reference = "refs/heads/\(branch)"
    var isValid: Int32 = 0
    try check("git_branch_name_is_valid", unsafe git_branch_name_is_valid(&isValid, branch))
    guard isValid == 1 else {
      throw GitError(
        .other, function: "git_branch_name_is_valid",
        message: "`\(branch)` is no name of a branch.",
        help: "Letters, digits, `-`, `.` and `/` make one.")
    }
    guard try !hasBranch(branch) else {
      throw GitError(
        .other, function: "git_reference_lookup", message: "There is a branch `\(branch)` already.",
        help: "Name another one with --branch, or delete that one if it is done with.")
    }
    guard let head = try headCommit() else {
      throw GitError(
        .unborn, function: "git_repository_head", message: "There is no commit yet to start from.",
        help: "Commit something first.")
    }
    let tree = try updatedTree(head.tree, changes)
    var id = git_oid()
    let signature = try signature()
    let parent = try commit(head.id)
    let root = try self.tree(tree)
    // An array of one, because that is what C wants for the parents.
    var parents: [OpaquePointer?] = unsafe [parent.pointer]
    try check(
      "git_commit_create",
      unsafe git_commit_create(
        &id, handle.pointer, nil, signature.pointer(), signature.pointer(), "UTF-8", message,
        root.pointer, 1, &parents))
    var made: OpaquePointer?
    try check(
      "git_reference_create",
      unsafe git_reference_create(
        &made, handle.pointer, reference, &id, 0, "academy: \(branch)"))
    unsafe git_reference_free(made)
    return ObjectID(id)
  }

  /// Whether a local branch has this name.
  public func hasBranch(_ name: String) throws(GitError) -> Bool {
    var found: OpaquePointer?
    let code = unsafe git_reference_lookup(&found, handle.pointer, "refs/heads/\(name)")
    defer { unsafe git_reference_free(found) }
    if code == GIT_ENOTFOUND.rawValue { return false }
    try check("git_reference_lookup", code)
    return true
  }

  /// The blob that `HEAD` has at a path; nil where it has none.
  public func headBlob(at path: RepoPath) throws(GitError) -> ObjectID? {
    guard let head = try headCommit() else { return nil }
    return try entry(at: path, in: head)?.id
  }

  private func updatedTree(
    _ tree: ObjectID, _ changes: [(path: RepoPath, bytes: [UInt8]?)]
  ) throws(GitError) -> ObjectID {
    var names: [UnsafeMutablePointer<CChar>] = unsafe []
    defer { unsafe names.forEach { unsafe $0.deallocate() } }
    var updates: [git_tree_update] = unsafe []
    for change in changes {
      var update = unsafe git_tree_update()
      if let bytes = change.bytes {
        var blob = git_oid()
        try check(
          "git_blob_create_from_buffer",
          unsafe git_blob_create_from_buffer(&blob, handle.pointer, bytes, bytes.count))
        unsafe update.action = GIT_TREE_UPDATE_UPSERT
        unsafe update.id = blob
        unsafe update.filemode = GIT_FILEMODE_BLOB
      } else {
        unsafe update.action = GIT_TREE_UPDATE_REMOVE
      }
      let text = Array(change.path.string.utf8CString)
      let name = UnsafeMutablePointer<CChar>.allocate(capacity: text.count)
      unsafe name.initialize(from: text, count: text.count)
      unsafe names.append(name)
      unsafe update.path = UnsafePointer(name)
      unsafe updates.append(update)
    }
    let base = try self.tree(tree)
    var id = git_oid()
    try check(
      "git_tree_create_updated",
      unsafe git_tree_create_updated(
        &id, handle.pointer, base.pointer, updates.count, &updates))
    return ObjectID(id)
  }

  private func signature() throws(GitError) -> Signature {
    var made: UnsafeMutablePointer<git_signature>?
    let code = unsafe git_signature_default(&made, handle.pointer)
    guard code >= 0, let made = unsafe made else {
      throw GitError.last("git_signature_default", code).retold(
        .other, "Git does not know who commits here.",
        help: "Say it with `git config user.name` and `git config user.email`.")
    }
    return unsafe Signature(made)
  }

  /// Owns who commits, and when.
  @safe private struct Signature: ~Copyable {
    private let value: UnsafeMutablePointer<git_signature>
    init(_ value: UnsafeMutablePointer<git_signature>) { unsafe self.value = value }
    func pointer() -> UnsafePointer<git_signature> { unsafe UnsafePointer(value) }
    deinit { unsafe git_signature_free(value) }
  }
}

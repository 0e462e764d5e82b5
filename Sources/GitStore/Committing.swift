import CLibGit2
import Glibc
import SourceCore

/// Who makes a commit or a tag, and when.
public struct CommitAuthor: Sendable, Hashable {
  /// Full name.
  public let name: String
  /// E-mail address.
  public let email: String
  /// Seconds since 1970-01-01 UTC.
  public let time: Int64

  /// Makes an author.
  public init(name: String, email: String, time: Int64) {
    self.name = name
    self.email = email
    self.time = time
  }
}

/// Writing: objects first, which nobody sees; then the references that make them visible.
extension Repository {
  /// The author that the configuration names; nil for what it does not name.
  public var configuredAuthor: (name: String?, email: String?) {
    (settingText("user.name"), settingText("user.email"))
  }

  /// Full name of the branch that is checked out (`refs/heads/main`); nil for a detached `HEAD`.
  public func checkedOutBranch() throws(GitError) -> String? {
    let pointer = unsafe handle.pointer
    let head = try unsafe Handle<ReferenceKind>("git_reference_lookup") {
      unsafe git_reference_lookup(&$0, pointer, "HEAD")
    }
    guard let target = unsafe git_reference_symbolic_target(head.pointer) else { return nil }
    return unsafe String(cString: target)
  }

  /// What is half done in the repository (`a merge`); nil where nothing is.
  public var unfinishedOperation: String? {
    switch git_repository_state_t(UInt32(bitPattern: unsafe git_repository_state(handle.pointer))) {
    case GIT_REPOSITORY_STATE_NONE: nil
    case GIT_REPOSITORY_STATE_MERGE: "a merge"
    case GIT_REPOSITORY_STATE_REVERT, GIT_REPOSITORY_STATE_REVERT_SEQUENCE: "a revert"
    case GIT_REPOSITORY_STATE_CHERRYPICK, GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE:
      "a cherry-pick"
    case GIT_REPOSITORY_STATE_BISECT: "a bisection"
    case GIT_REPOSITORY_STATE_APPLY_MAILBOX, GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE:
      "`git am`"
    default: "a rebase"
    }
  }

  /// Writes a blob.
  public func writeBlob(_ bytes: [UInt8]) throws(GitError) -> ObjectID {
    var id = git_oid()
    try check(
      "git_blob_create_from_buffer",
      unsafe git_blob_create_from_buffer(&id, handle.pointer, bytes, bytes.count))
    return ObjectID(id)
  }

  /// Writes a commit's tree with other blobs at some paths.
  public func writeTree(
    of commit: ObjectID, replacing files: [(path: RepoPath, blob: ObjectID)]
  ) throws(GitError) -> ObjectID {
    let base = try tree(commitInfo(commit).tree)
    var written = git_oid()
    let names = unsafe files.map { unsafe strdup($0.path.string) }
    defer { unsafe names.forEach { unsafe free($0) } }
    let updates = unsafe files.indices.map { index in
      unsafe git_tree_update(
        action: GIT_TREE_UPDATE_UPSERT, id: files[index].blob.gitID, filemode: GIT_FILEMODE_BLOB,
        path: UnsafePointer(names[index]))
    }
    try check(
      "git_tree_create_updated",
      unsafe git_tree_create_updated(
        &written, handle.pointer, base.pointer, updates.count, updates))
    return ObjectID(written)
  }

  /// Writes a commit that no branch leads to yet.
  public func writeCommit(
    tree: ObjectID, parent: ObjectID, message: String, author: CommitAuthor
  ) throws(GitError) -> ObjectID {
    let content = try self.tree(tree)
    let parent = try commit(parent)
    let signature = unsafe try signature(author)
    defer { unsafe git_signature_free(signature) }
    var id = git_oid()
    var parents: [OpaquePointer?] = unsafe [parent.pointer]
    try check(
      "git_commit_create",
      unsafe git_commit_create(
        &id, handle.pointer, nil, signature, signature, "UTF-8", message, content.pointer, 1,
        &parents))
    return ObjectID(id)
  }

  /// Lets a branch lead to another commit, where it still leads to the one that is expected.
  public func move(
    _ branch: String, from old: ObjectID, to new: ObjectID, reason: String, author: CommitAuthor
  ) throws(GitError) {
    var (from, to) = (old.gitID, new.gitID)
    // The reflog wants a name, which need not be configured.
    unsafe git_repository_set_ident(handle.pointer, author.name, author.email)
    let pointer = unsafe handle.pointer
    do throws(GitError) {
      _ = try unsafe Handle<ReferenceKind>("git_reference_create_matching") {
        unsafe git_reference_create_matching(&$0, pointer, branch, &to, 1, &from, reason)
      }
    } catch  where error.code == GIT_EMODIFIED.rawValue {
      throw error.retold(
        .locked, "Another process has moved \(branch) meanwhile.", help: "Run the command again.")
    }
  }

  /// Makes an annotated tag; an existing one stays.
  public func makeTag(
    _ name: String, at target: ObjectID, message: String, author: CommitAuthor
  ) throws(GitError) {
    var id = target.gitID
    let repository = unsafe handle.pointer
    let object = try unsafe Handle<ObjectKind>("git_object_lookup") {
      unsafe git_object_lookup(&$0, repository, &id, GIT_OBJECT_COMMIT)
    }
    let signature = unsafe try signature(author)
    defer { unsafe git_signature_free(signature) }
    var made = git_oid()
    knownTags = nil
    knownReferenceDigest = nil
    try check(
      "git_tag_create",
      unsafe git_tag_create(
        &made, repository, name, object.pointer, signature, message, 0))
  }

  /// Whether a tag has a name.
  public func hasTag(_ name: String) -> Bool {
    let repository = unsafe handle.pointer
    return
      (try? unsafe Handle<ReferenceKind>("git_reference_lookup") {
        unsafe git_reference_lookup(&$0, repository, "refs/tags/" + name)
      }) != nil
  }

  private func signature(
    _ author: CommitAuthor
  ) throws(GitError) -> UnsafeMutablePointer<git_signature>? {
    var made: UnsafeMutablePointer<git_signature>?
    try check(
      "git_signature_new",
      unsafe git_signature_new(&made, author.name, author.email, author.time, 0))
    return unsafe made
  }
}

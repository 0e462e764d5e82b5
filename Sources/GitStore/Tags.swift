import CLibGit2
import SourceCore

extension Repository {
  /// All tags that lead to a commit, in bytewise order of their names.
  func readTags() throws(GitError) -> [TagInfo] {
    let pointer = unsafe handle.pointer
    let iterator = try unsafe Handle<ReferenceIteratorKind>("git_reference_iterator_glob_new") {
      unsafe git_reference_iterator_glob_new(&$0, pointer, "refs/tags/*")
    }
    var tags: [TagInfo] = []
    while true {
      var next: OpaquePointer?
      let code = unsafe git_reference_next(&next, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { break }
      let reference = try unsafe Handle<ReferenceKind>("git_reference_next") { made in
        unsafe made = next
        return code
      }
      if let tag = try readTag(reference) { tags.append(tag) }
    }
    return tags.sorted { $0.name.precedesBytewise($1.name) }
  }

  private func readTag(_ reference: borrowing Handle<ReferenceKind>) throws(GitError) -> TagInfo? {
    let pointer = unsafe reference.pointer
    guard let raw = unsafe git_reference_name(pointer),
      let full = unsafe String(validatingCString: raw)
    else { return nil }
    let name = String(full.dropFirst("refs/tags/".count))
    do throws(GitError) {
      let direct = try unsafe Handle<ReferenceKind>("git_reference_resolve") {
        unsafe git_reference_resolve(&$0, pointer)
      }
      guard let target = unsafe git_reference_target(direct.pointer) else { return nil }
      let repository = unsafe handle.pointer
      let object = try unsafe Handle<ObjectKind>("git_object_lookup") {
        unsafe git_object_lookup(&$0, repository, target, GIT_OBJECT_ANY)
      }
      let isAnnotated = unsafe git_object_type(object.pointer) == GIT_OBJECT_TAG
      let start = unsafe object.pointer
      let commit = try unsafe Handle<ObjectKind>("git_object_peel") {
        unsafe git_object_peel(&$0, start, GIT_OBJECT_COMMIT)
      }
      guard let id = unsafe git_object_id(commit.pointer) else { return nil }
      return TagInfo(name: name, commit: unsafe ObjectID(id.pointee), isAnnotated: isAnnotated)
    } catch {
      if error.kind == .notACommit || error.code == GIT_EINVALIDSPEC.rawValue { return nil }
      // A shallow clone may keep tags of commits that it does not hold.
      if isShallow && error.kind == .missing { return nil }
      let way = "`git fetch --tags --force` brings it again; `git tag -d \(name)` removes it."
      throw error.retold(
        error.kind == .missing ? .missing : .corrupt,
        "The tag \(name) leads to an object that cannot be read: \(error.detail).", help: way)
    }
  }
}

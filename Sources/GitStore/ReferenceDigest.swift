import CLibGit2
import Digest
import SourceCore

extension Repository {
  /// A digest of what the repository's tags lead to and of where its history was cut off; nil where
  /// that cannot be read.
  ///
  /// Commits never change, so what was found out about the past of a commit holds as long as this
  /// stays the same.
  public var referenceDigest: [UInt8]? {
    if let known = knownReferenceDigest { return known }
    var writer = FactWriter()
    for commit in shallowCommits.sorted() { writer.id(commit) }
    guard let references = try? readReferences() else { return nil }
    // Sorted, because loose and packed ones come in turn.
    for line in references.sorted(by: { $0.lexicographicallyPrecedes($1) }) { writer.data(line) }
    let digest = SHA256.hash(writer.bytes)
    knownReferenceDigest = digest
    return digest
  }

  /// Whether the repository holds an object.
  public func has(_ id: ObjectID) -> Bool {
    var gitID = id.gitID
    return unsafe git_odb_exists(database.pointer, &gitID) == 1
  }

  private func readReferences() throws(GitError) -> [[UInt8]] {
    let pointer = unsafe handle.pointer
    let iterator = try unsafe Handle<ReferenceIteratorKind>("git_reference_iterator_glob_new") {
      unsafe git_reference_iterator_glob_new(&$0, pointer, "refs/tags/*")
    }
    var lines: [[UInt8]] = []
    while true {
      var next: OpaquePointer?
      let code = unsafe git_reference_next(&next, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { return lines }
      let reference = try unsafe Handle<ReferenceKind>("git_reference_next") { made in
        unsafe made = next
        return code
      }
      var writer = FactWriter()
      if let name = unsafe git_reference_name(reference.pointer) {
        unsafe writer.data(cStringBytes(name) { unsafe Array($0) })
      }
      guard let target = unsafe git_reference_target(reference.pointer) else {
        // A tag that leads to another reference: that one would have to be part of this too.
        throw GitError(
          .unsupported, function: "git_reference_target", message: "A tag is no direct reference.")
      }
      writer.id(unsafe ObjectID(target.pointee))
      lines.append(writer.bytes)
    }
  }
}

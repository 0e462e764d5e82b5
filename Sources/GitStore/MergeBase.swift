import CLibGit2
import SourceCore

extension Repository {
  /// The commit where two lines of history parted; nil where they have none in common.
  ///
  /// - Parameter other: nil for the commit that is checked out.
  public func mergeBase(
    of revision: String, and other: String? = nil
  ) throws(GitError) -> ObjectID? {
    var one = try resolve(revision).gitID
    var two = try resolve(other ?? "HEAD").gitID
    var base = git_oid()
    let code = unsafe git_merge_base(&base, handle.pointer, &one, &two)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    try check("git_merge_base", code)
    return ObjectID(base)
  }
}

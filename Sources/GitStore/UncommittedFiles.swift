import CLibGit2
import Glibc
import SourceCore

extension Repository {
  /// Files at or below a folder that differ between `HEAD`, the index and the work tree, the new ones
  /// among them and the ignored ones not; in bytewise order.
  public func uncommittedFiles(below folder: RepoPath = .root) throws(GitError) -> [RepoPath] {
    var options = unsafe git_status_options()
    try check(
      "git_status_options_init",
      unsafe git_status_options_init(&options, UInt32(GIT_STATUS_OPTIONS_VERSION)))
    unsafe options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR
    unsafe options.flags =
      GIT_STATUS_OPT_INCLUDE_UNTRACKED.rawValue | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS.rawValue
      | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH.rawValue
    var names: [UnsafeMutablePointer<CChar>?] =
      unsafe folder.isRoot ? [] : [unsafe strdup(folder.string)]
    defer { unsafe names.forEach { unsafe free($0) } }
    let count = unsafe names.count
    let repository = unsafe handle.pointer
    var code: Int32 = 0
    var list: OpaquePointer?
    unsafe names.withUnsafeMutableBufferPointer { buffer in
      unsafe options.pathspec = unsafe git_strarray(strings: buffer.baseAddress, count: count)
      code = unsafe git_status_list_new(&list, repository, &options)
    }
    let status = try unsafe Handle<StatusListKind>("git_status_list_new") { made in
      unsafe made = list
      return code
    }
    var paths: Set<RepoPath> = []
    for i in unsafe 0..<git_status_list_entrycount(status.pointer) {
      guard let entry = unsafe git_status_byindex(status.pointer, i) else { continue }
      let delta =
        unsafe entry.pointee.index_to_workdir ?? entry.pointee.head_to_index
      guard let name = unsafe delta?.pointee.new_file.path else { continue }
      if let path = RepoPath(unsafe String(cString: name)) { paths.insert(path) }
    }
    return paths.sorted()
  }
}

enum StatusListKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_status_list_free(pointer) }
}

import CLibGit2

/// The library as a whole: started once, when the first repository is looked for, and never shut
/// down, because shutting down while another thread holds an object is undefined.
enum LibGit2 {
  private static let started: Int32 = {
    let code = git_libgit2_init()
    guard code >= 0 else { return code }
    _ = academy_git_set_owner_validation(1)
    _ = academy_git_allow_harmless_extensions()
    _ = academy_git_set_loose_priority(ACADEMY_LOOSE_PRIORITY - 1)
    // Hashing every object again costs a third of the reading speed; `verify` asks for it.
    _ = academy_git_set_strict_hash_verification(0)
    // Trees are read again for each commit of a history; blobs are read once and not kept.
    _ = academy_git_set_cache_object_limit(GIT_OBJECT_TREE, 256 << 10)
    _ = academy_git_set_cache_max_size(64 << 20)
    // Each part of a pack is read about once, so that what lies behind need not stay in memory.
    _ = academy_git_set_pack_window(1 << 18, 1 << 20)
    return code
  }()

  /// Starts the library where it has not been started.
  ///
  /// `verify` is an option of the whole process: once on, it stays on, so that no thread takes
  /// away another's protection.
  static func start(verify: Bool = false) throws(GitError) {
    try check("git_libgit2_init", started)
    if verify { _ = academy_git_set_strict_hash_verification(1) }
  }
}

/// Throws the thread's last error where `code` is negative.
@discardableResult
func check(_ function: StaticString, _ code: Int32) throws(GitError) -> Int32 {
  guard code < 0 else { return code }
  throw GitError.last(function, code)
}

import CLibGit2
import SourceCore

/// Three-way merges and patches of texts, as Git makes them.
public enum TextMerging {
  /// Merges `theirs` into `ours`; what both changed is marked in the text.
  public static func merge(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], ourLabel: String, theirLabel: String
  ) throws(GitError) -> (bytes: [UInt8], isClean: Bool) {
    try LibGit2.start()
    var result = unsafe git_merge_file_result()
    defer { unsafe git_merge_file_result_free(&result) }
    var code: Int32 = 0
    unsafe base.withUnsafeBufferPointer { a in
      unsafe ours.withUnsafeBufferPointer { b in
        unsafe theirs.withUnsafeBufferPointer { c in
          unsafe ourLabel.withCString { ourName in
            unsafe theirLabel.withCString { theirName in
              var options = unsafe git_merge_file_options()
              unsafe git_merge_file_options_init(
                &options, UInt32(GIT_MERGE_FILE_OPTIONS_VERSION))
              unsafe options.our_label = ourName
              unsafe options.their_label = theirName
              var (x, y, z) = unsafe (input(a), input(b), input(c))
              code = unsafe git_merge_file(&result, &x, &y, &z, &options)
            }
          }
        }
      }
    }
    try check("git_merge_file", code)
    let bytes = unsafe result.ptr.map {
      unsafe Array(UnsafeRawBufferPointer(start: $0, count: result.len))
    }
    return unsafe (bytes ?? [], result.automergeable == 1)
  }

  private static func input(_ bytes: UnsafeBufferPointer<UInt8>) -> git_merge_file_input {
    var input = unsafe git_merge_file_input()
    unsafe git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION))
    unsafe bytes.baseAddress?.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      unsafe input.ptr = UnsafePointer($0)
    }
    unsafe input.size = bytes.count
    unsafe input.mode = GIT_FILEMODE_BLOB.rawValue
    return unsafe input
  }

  /// The patch from one state of a file to another, as `git apply` takes it; nil for an empty one.
  ///
  /// A state that is nil means that the file is not there.
  public static func patch(
    _ path: RepoPath, from old: [UInt8]?, to new: [UInt8]?
  ) throws(GitError) -> [UInt8]? {
    try LibGit2.start()
    guard old != new else { return nil }
    var options = unsafe git_diff_options()
    unsafe git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
    unsafe options.flags = GIT_DIFF_SHOW_BINARY.rawValue | GIT_DIFF_INDENT_HEURISTIC.rawValue
    let (a, b) = (old ?? [], new ?? [])
    let patch = try unsafe Handle<PatchKind>("git_patch_from_buffers") { pointer in
      unsafe a.withUnsafeBytes { x in
        unsafe b.withUnsafeBytes { y in
          unsafe git_patch_from_buffers(
            &pointer, old == nil ? nil : start(x), a.count, path.string,
            new == nil ? nil : start(y), b.count, path.string, &options)
        }
      }
    }
    var text = unsafe git_buf()
    defer { unsafe git_buf_dispose(&text) }
    try check("git_patch_to_buf", unsafe git_patch_to_buf(&text, patch.pointer))
    guard let pointer = unsafe text.ptr else { return nil }
    return unsafe Array(UnsafeRawBufferPointer(start: pointer, count: text.size))
  }

  /// An empty buffer has no address, and none would mean that there is no file.
  private static func start(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
    unsafe bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1)
  }
}

enum PatchKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_patch_free(pointer) }
}

import CLibGit2

extension Repository {
  /// The text of a setting; nil where it is not made.
  func settingText(_ name: String) -> String? {
    guard let config = settings() else { return nil }
    var text: UnsafePointer<CChar>?
    guard unsafe git_config_get_string(&text, config.pointer, name) == 0, let text = unsafe text
    else { return nil }
    return unsafe String(cString: text)
  }

  /// A setting that is true or false; nil where it is not made.
  func setting(_ name: String) -> Bool? {
    guard let text = settingText(name) else { return nil }
    var value: Int32 = 0
    return unsafe git_config_parse_bool(&value, text) == 0 ? value != 0 : nil
  }

  /// A setting that is a path, with `~` replaced; nil where it is not made.
  func settingPath(_ name: String) -> String? {
    guard let config = settings() else { return nil }
    var path = unsafe git_buf()
    defer { unsafe git_buf_dispose(&path) }
    guard unsafe git_config_get_path(&path, config.pointer, name) == 0, let text = unsafe path.ptr
    else { return nil }
    return unsafe String(cString: text)
  }

  /// Whether objects are left out until they are wanted, as `git clone --filter` does.
  func isPartialClone() -> Bool {
    guard let config = settings() else { return false }
    var count: Int32 = 0
    unsafe git_config_foreach_match(
      config.pointer, "^(extensions\\.partialclone|remote\\..*\\.promisor)$",
      { _, payload in
        unsafe payload?.assumingMemoryBound(to: Int32.self).pointee += 1
        return 0
      }, &count)
    return count > 0
  }

  private func settings() -> Handle<ConfigKind>? {
    try? unsafe Handle("git_repository_config_snapshot") {
      unsafe git_repository_config_snapshot(&$0, handle.pointer)
    }
  }
}

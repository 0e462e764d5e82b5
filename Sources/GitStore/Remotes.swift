import CLibGit2

extension Repository {
  /// The address of the remote `origin`, as the configuration has it; nil where there is none.
  ///
  /// It may hold a password, so it is not to be shown.
  public var originAddress: String? {
    let repository = unsafe handle.pointer
    let config = try? unsafe Handle<ConfigKind>("git_repository_config_snapshot") {
      unsafe git_repository_config_snapshot(&$0, repository)
    }
    guard let config else { return nil }
    var text: UnsafePointer<CChar>?
    guard unsafe git_config_get_string(&text, config.pointer, "remote.origin.url") == 0 else {
      return nil
    }
    return unsafe text.flatMap { unsafe String(validatingCString: $0) }
  }
}

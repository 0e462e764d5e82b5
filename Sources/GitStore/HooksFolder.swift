extension Repository {
  /// The folder that Git looks for hooks in: `core.hooksPath`, else `hooks` in what all work trees of
  /// the repository share.
  public var hooksFolder: String {
    guard let set = settingPath("core.hooksPath"), !set.isEmpty else {
      return commonDirectory + "/hooks"
    }
    // Git runs hooks at the root of the work tree, and a bare repository's in itself.
    return set.utf8.first == UInt8(ascii: "/") ? set : (worktreeRoot ?? gitDirectory) + "/" + set
  }

  /// Whether hooks are looked for elsewhere than in the repository itself.
  public var hasOwnHooksPath: Bool { settingPath("core.hooksPath").map { !$0.isEmpty } ?? false }
}

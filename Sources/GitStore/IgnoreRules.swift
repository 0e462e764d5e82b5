import CLibGit2
import SourceCore

/// The rules that hold in the folder a walk is in: those of each `.gitignore` from the root down
/// to it, the repository's own and the user's.
struct IgnoreRules {
  private struct Level {
    /// Bytes of the path that lead to the folder, with the slash.
    let length: Int
    let rules: [IgnoreRule]
    /// Whether the folder itself is ignored, and with it all below it that is not tracked.
    let isIgnored: Bool
  }

  private let root: String
  private let settings: [[IgnoreRule]]
  private var levels: [Level] = []

  init(_ repository: Repository, root: String) {
    self.root = root
    let files = [repository.commonDirectory + "/info/exclude"] + Self.userFiles(repository)
    settings = files.map { file in
      IgnoreRule.parse((try? readWholeFile(file, limit: 1 << 20)) ?? [])
    }
  }

  /// Goes into a folder.
  mutating func enter(_ folder: RepoPath) {
    let bytes = Array(folder.string.utf8)
    let isIgnored = !folder.isRoot && ignores(bytes[...], isFolder: true)
    let file = folder.appending(".gitignore")
    let text = try? NoFollow.read(file, below: root, limit: 1 << 20)
    levels.append(
      Level(
        length: folder.isRoot ? 0 : bytes.count + 1, rules: text.map(IgnoreRule.parse) ?? [],
        isIgnored: isIgnored))
  }

  /// Goes back out of the folder entered last.
  mutating func leave() { levels.removeLast() }

  /// Whether a file or folder of the folder entered last is ignored.
  func ignores(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    if levels.last?.isIgnored == true { return true }
    let name = path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex)...]
    for level in levels.reversed() {
      let below = path.dropFirst(level.length)
      for rule in level.rules where rule.matches(below, name: name, isFolder: isFolder) {
        return !rule.isNegated
      }
    }
    for rules in settings {
      for rule in rules where rule.matches(path, name: name, isFolder: isFolder) {
        return !rule.isNegated
      }
    }
    return false
  }

  /// The user's own file: `core.excludesFile`, or `ignore` beside Git's settings.
  private static func userFiles(_ repository: Repository) -> [String] {
    if let named = repository.settingPath("core.excludesfile") { return [named] }
    return searchPath(GIT_CONFIG_LEVEL_XDG).map { $0 + "/ignore" }
  }
}

/// The folders outside any repository in which libgit2 looks for settings of a level.
func searchPath(_ level: git_config_level_t) -> [String] {
  var buffer = unsafe git_buf()
  defer { unsafe git_buf_dispose(&buffer) }
  guard unsafe academy_git_get_search_path(level, &buffer) == 0, let text = unsafe buffer.ptr
  else { return [] }
  return unsafe String(cString: text).split(separator: ":").map(String.init)
}

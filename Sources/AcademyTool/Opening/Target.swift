import GitStore
import SourceCore

/// A path of the command line: the tree that holds it and what in it is meant.
struct Target {
  /// The path as given.
  let argument: String
  /// The tree that holds it.
  let tree: OpenedTree
  /// What is meant, below the tree's root.
  let focus: RepoPath

  /// Opens the tree around a path.
  static func open(
    _ argument: String, selection: TreeSelection?, isAlone: Bool = false
  ) throws -> Target {
    let full = FileSystem.real(argument)
    if full == nil, selection == nil || selection == .worktree {
      throw ToolFailure("there is no file or folder \(argument)")
    }
    // With a revision or the index, a path may name what the work tree no longer has.
    let path = full ?? FileSystem.resolve(argument, in: FileSystem.current)
    let tree = try OpenedTree.open(
      full ?? nearestFolder(path), selection: selection, isAlone: isAlone)
    return Target(argument: argument, tree: tree, focus: focus(of: path, below: tree.root))
  }

  /// What a full path means below a root; the root where it lies elsewhere.
  static func focus(of path: String, below root: String) -> RepoPath {
    guard path.utf8.starts(with: root.utf8) else { return .root }
    let rest = path.utf8.dropFirst(root.utf8.count)
    guard rest.first == UInt8(ascii: "/") || root == "/" else { return .root }
    return RepoPath(String(decoding: rest.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)) ?? .root
  }

  /// The tree's root as the argument has it: the argument without what is meant; nil where that is
  /// the current folder.
  var rootAsGiven: String? {
    var given = argument[...]
    while given.hasPrefix("./") { given = given.dropFirst(2).drop { $0 == "/" } }
    while given.hasSuffix("/"), given != "/" { given = given.dropLast() }
    if focus.isRoot { return given.isEmpty || given == "." ? nil : String(given) }
    if given == focus.string { return nil }
    guard given.hasSuffix("/\(focus)") else { return tree.root }
    return String(given.utf8.dropLast(focus.string.utf8.count + 1))
  }

  private static func nearestFolder(_ path: String) -> String {
    var folder = FileSystem.folder(of: path)
    while folder != "/", !FileSystem.isFolder(folder) { folder = FileSystem.folder(of: folder) }
    return folder
  }

  /// Whether a finding at `path` is about what is meant.
  func covers(_ path: String) -> Bool {
    if focus.isRoot { return true }
    guard let path = RepoPath(path) else { return false }
    return path.relative(to: focus) != nil
  }
}

extension [Target] {
  /// What stands before the paths of each; nil where all are in one tree.
  var prefixes: [String?] {
    let isOneTree = Set(map(\.tree.root)).count == 1
    return map { isOneTree ? nil : $0.rootAsGiven }
  }
}

import SourceCore

/// Fixes what is found in a tree, in memory, one round after the other.
struct FixRound {
  /// Which fixes are applied.
  let loop: FixLoop
  /// Longest file that is fixed, in bytes.
  let limit: Int
  private var texts: [RepoPath: FixedText] = [:]
  private var guards: PageGuards?
  private var root = "/"

  init(loop: FixLoop, limit: Int) {
    self.loop = loop
    self.limit = limit
  }

  /// What fixes make of some files; nil where nothing is left to fix.
  ///
  /// - Parameter guards: gives the guards of the tree's pages, once there are fixes.
  mutating func next(
    _ diagnostics: [Diagnostic], in tree: OpenedTree, guards read: () throws -> PageGuards
  ) rethrows -> [RepoPath: [UInt8]]? {
    root = tree.root
    var found: [RepoPath: [FixLoop.Found]] = [:]
    var fixable: Set<RepoPath> = []
    for diagnostic in diagnostics {
      guard let path = RepoPath(diagnostic.path) else { continue }
      found[path, default: []].append(
        FixLoop.Found(rule: diagnostic.rule, fix: diagnostic.fix))
      if let fix = diagnostic.fix, loop.takes(fix) { fixable.insert(path) }
    }
    if fixable.isEmpty { return nil }
    if guards == nil { guards = try read() }
    var changes: [RepoPath: [UInt8]] = [:]
    for path in fixable {
      guard var text = texts[path] ?? opened(path, in: tree) else { continue }
      if text.change(found[path] ?? [], loop, guards?[path]) { changes[path] = text.bytes }
      texts[path] = text
    }
    return changes.isEmpty ? nil : changes
  }

  private func opened(_ path: RepoPath, in tree: OpenedTree) -> FixedText? {
    guard let entry = tree.view.entry(at: path), entry.isFile,
      let bytes = try? tree.view.read(entry, limit: limit)
    else { return nil }
    return FixedText(bytes)
  }

  /// The files that were looked at.
  func files(prefix: String?) -> [FixedFiles.File] {
    texts.map { FixedFiles.File(path: $0, root: root, text: $1, prefix: prefix) }
      .sorted { $0.path < $1.path }
  }
}

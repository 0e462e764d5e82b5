import SourceCore

/// Fixes what is found in a tree, in memory, one round after the other.
struct FixRound {
  /// Which fixes are applied.
  let loop: FixLoop
  /// Longest file that is fixed, in bytes.
  let limit: Int
  private var files: [RepoPath: FixedFiles.File] = [:]
  private var rounds = 0
  /// Files that are given up.
  private var restored: Set<RepoPath> = []
  private var root = "/"

  init(loop: FixLoop, limit: Int) {
    self.loop = loop
    self.limit = limit
  }

  /// What fixes make of some files; nil where nothing is left to fix.
  mutating func next(_ diagnostics: [Diagnostic], in tree: OpenedTree) -> [RepoPath: [UInt8]]? {
    root = tree.root
    var fixes: [RepoPath: [Fix]] = [:]
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fix, loop.takes(fix), let path = RepoPath(diagnostic.path),
        !restored.contains(path)
      else { continue }
      fixes[path, default: []].append(fix)
    }
    if fixes.isEmpty { return nil }
    guard rounds < FixLoop.limit else {
      return restore(Set(fixes.keys))
    }
    rounds += 1
    var changes: [RepoPath: [UInt8]] = [:]
    for (path, fixes) in fixes {
      guard let entry = tree.view.entry(at: path), entry.isFile,
        let bytes = try? tree.view.read(entry, limit: limit)
      else { continue }
      let (changed, applied) = FixApplier.apply(fixes, to: bytes)
      if changed == bytes { continue }
      var file = files[path] ?? FixedFiles.File(path: path, root: root, before: bytes, after: bytes)
      file.after = changed
      file.applied += applied
      files[path] = file
      changes[path] = changed
    }
    return changes.isEmpty ? nil : changes
  }

  /// Gives files up whose fixes answer one another for ever: they are as they were.
  private mutating func restore(_ paths: Set<RepoPath>) -> [RepoPath: [UInt8]]? {
    restored.formUnion(paths)
    var changes: [RepoPath: [UInt8]] = [:]
    for path in paths {
      guard var file = files[path] else { continue }
      file.after = file.before
      file.applied = 0
      file.isStable = false
      files[path] = file
      changes[path] = file.before
    }
    return changes.isEmpty ? nil : changes
  }

  /// The files that are different now.
  func files(prefix: String?) -> [FixedFiles.File] {
    files.values.filter { $0.before != $0.after || !$0.isStable }
      .map { file in
        var file = file
        file.prefix = prefix
        return file
      }
      .sorted { $0.path < $1.path }
  }
}

import SourceCore

/// What fixes made of files; written or shown in the end.
struct FixedFiles {
  /// One file.
  struct File {
    /// Its path below the root.
    let path: RepoPath
    /// The root's full path.
    let root: String
    /// Its bytes before.
    let before: [UInt8]
    /// Its bytes now.
    var after: [UInt8]
    /// How many fixes were applied.
    var applied = 0
    /// Whether nothing is left to fix.
    var isStable = true
    /// What is put before its path where several trees are checked.
    var prefix: String?

    /// The path as it is reported.
    var name: String { prefix.map { "\($0)/\(path)" } ?? path.string }
  }

  /// All files, by root and path.
  private(set) var files: [File] = []

  /// Adds files; of one that is there already the first look counts.
  mutating func add(_ added: [File]) {
    for file in added where !files.contains(where: { $0.root == file.root && $0.path == file.path })
    {
      files.append(file)
    }
  }

  /// Replaces the files on disk; tells of those that were not.
  ///
  /// - Returns: a line for the summary.
  func write() -> String {
    var count = 0
    var written = 0
    var notes = ""
    for file in files {
      if !file.isStable {
        notes += "\(file.name): not fixed: its fixes undo one another; look at the rules' options\n"
        continue
      }
      do {
        let path = FileSystem.resolve(file.path.string, in: file.root)
        try FileSystem.replace(path, with: file.after, expecting: file.before)
        count += file.applied
        written += 1
      } catch let failure as ToolFailure {
        notes += "\(file.name): not fixed: \(failure.message)\n"
      } catch {
        notes += "\(file.name): not fixed\n"
      }
    }
    return notes + "fixed \(Self.findings(count)) in \(Self.files(written))\n"
  }

  /// The changes as a patch.
  var patch: [UInt8] { files.flatMap { UnifiedDiff.patch($0.before, $0.after, path: $0.name) } }

  /// What writing would do, in a line.
  var outlook: String {
    let count = files.reduce(0) { $0 + $1.applied }
    return "would fix \(Self.findings(count)) in \(Self.files(files.count { $0.isStable }))\n"
  }

  private static func findings(_ count: Int) -> String {
    count == 1 ? "1 finding" : "\(count) findings"
  }

  private static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }
}

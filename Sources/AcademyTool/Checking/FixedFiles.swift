import SourceCore

/// What fixes made of files; written or shown in the end.
struct FixedFiles {
  /// One file.
  struct File {
    /// Its path below the root.
    let path: RepoPath
    /// The root's full path.
    let root: String
    /// What became of it.
    let text: FixedText
    /// What is put before its path where several trees are checked.
    var prefix: String?

    /// The path as it is reported.
    var name: String { prefix.map { "\($0)/\(path)" } ?? path.string }
  }

  /// All files, by root and path.
  private(set) var files: [File] = []
  private var known: Set<Key> = []

  /// What tells files apart.
  private struct Key: Hashable {
    let root: String
    let path: RepoPath
  }

  /// Adds files of which there is something to tell; of one that is there already the first look
  /// counts.
  mutating func add(_ added: [File]) {
    for file in added where file.text.isTold {
      if known.insert(Key(root: file.root, path: file.path)).inserted { files.append(file) }
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
      notes += Self.note(file)
      if file.text.bytes == file.text.before { continue }
      do {
        let path = FileSystem.resolve(file.path.string, in: file.root)
        try FileSystem.replace(path, with: file.text.bytes, expecting: file.text.before)
        count += file.text.applied
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
  var patch: [UInt8] {
    files.flatMap { UnifiedDiff.patch($0.text.before, $0.text.bytes, path: $0.name) }
  }

  /// What writing would do, in a line.
  var outlook: String {
    let count = files.reduce(0) { $0 + $1.text.applied }
    let changed = files.count { $0.text.bytes != $0.text.before }
    return files.map(Self.note).joined()
      + "would fix \(Self.findings(count)) in \(Self.files(changed))\n"
  }

  /// What is told of a file whose findings could not all be fixed.
  private static func note(_ file: File) -> String {
    if !file.text.isStable {
      return "\(file.name): not fixed: its fixes undo one another; look at the rules' options\n"
    }
    return file.text.isContradicted
      ? "\(file.name): some fixes undo one another; look at the rules' options\n" : ""
  }

  private static func findings(_ count: Int) -> String {
    count == 1 ? "1 finding" : "\(count) findings"
  }

  private static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(count) files" }
}

extension FixedText {
  /// Whether there is something to write or to say.
  fileprivate var isTold: Bool { bytes != before || !isStable || isContradicted }
}

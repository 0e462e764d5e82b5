import SourceCore

/// How often each thing was found in each file, to tell new findings from old ones by content.
struct FindingCounts {
  /// What tells findings apart, wherever their lines are.
  struct Key: Hashable {
    let path: String
    let content: UInt64
  }

  private var counts: [Key: Int] = [:]

  /// Counts findings.
  init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      counts[Key(path: diagnostic.path, content: diagnostic.content), default: 0] += 1
    }
  }

  /// The findings beyond those that were counted, of each the last ones in the file; `old` gives the
  /// path that a file had when it was counted.
  func new(_ diagnostics: [Diagnostic], old: (String) -> String) -> [Diagnostic] {
    diagnostics.filter { diagnostic in
      let key = Key(path: old(diagnostic.path), content: diagnostic.content)
      return diagnostic.occurrence >= counts[key, default: 0]
    }
  }
}

import SourceCore

/// Decides which findings are printed in full and which are listed under their rule.
///
/// What fits on two screens is printed in full. What does not is shown by example: each rule's
/// first findings in full, errors before warnings, and all others as places under the rule, so
/// that a course with a placeholder in each lesson can still be read.
struct ReportPlan {
  /// A finding printed in full.
  struct Entry {
    let diagnostic: Diagnostic
    let lines: [String]
    /// Findings of the same rule in the same file that are left out behind this one.
    var omitted = 0
  }

  /// Findings of one rule and severity that are only listed.
  struct Group {
    let diagnostics: [Diagnostic]
    /// Whether others of this rule are printed in full.
    let hasExamples: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var groups: [Group] = []

  /// Findings of one rule in one file that are printed in full.
  static let perFile = 3
  /// Lines that all findings may take where each is printed in full.
  static let fullLines = 60
  /// Lines for the examples where they do not fit.
  private static let exampleLines = 48
  /// Lines for the examples and the lists together: with the end, two screens.
  static let allLines = 85
  /// Warnings of one rule that are printed in full where not all are.
  private static let examples = 3

  init(_ diagnostics: [Diagnostic], all: Bool, render: (Diagnostic) -> [String]) {
    var entries: [Entry] = []
    var perFile: [FileRule: [Int]] = [:]
    var omitted: [Diagnostic] = []
    for diagnostic in diagnostics {
      let key = FileRule(path: diagnostic.path, rule: diagnostic.rule)
      if !all, let shown = perFile[key], shown.count == Self.perFile {
        entries[shown[Self.perFile - 1]].omitted += 1
        omitted.append(diagnostic)
        continue
      }
      perFile[key, default: []].append(entries.count)
      entries.append(Entry(diagnostic: diagnostic, lines: render(diagnostic)))
    }
    let lines = entries.reduce(0) { $0 + $1.lines.count + 1 + ($1.omitted > 0 ? 1 : 0) }
    if all || lines <= Self.fullLines {
      self.entries = entries
    } else {
      compact(entries, omitted)
    }
  }

  private struct FileRule: Hashable {
    let path: String
    let rule: String
  }

  private struct RuleKey: Hashable {
    let severity: Severity
    let rule: String
  }

  private mutating func compact(_ all: [Entry], _ omitted: [Diagnostic]) {
    // How many findings of its rule come before each one.
    var seen: [RuleKey: Int] = [:]
    let ranks = all.map { entry in
      let key = RuleKey(severity: entry.diagnostic.severity, rule: entry.diagnostic.rule)
      defer { seen[key, default: 0] += 1 }
      return seen[key, default: 0]
    }
    let candidates = all.indices.filter { i in
      switch all[i].diagnostic.severity {
      case .error: true
      case .warning: ranks[i] < Self.examples
      case .note: false
      }
    }.sorted { a, b in
      if ranks[a] != ranks[b] { return ranks[a] < ranks[b] }
      let (x, y) = (all[a].diagnostic.severity, all[b].diagnostic.severity)
      return x != y ? x > y : a < b
    }
    var room = Self.exampleLines
    var chosen: Set<Int> = []
    for i in candidates where all[i].lines.count < room {
      room -= all[i].lines.count + 1
      chosen.insert(i)
    }
    var listed: [RuleKey: [Diagnostic]] = [:]
    var withExamples: Set<RuleKey> = []
    for i in all.indices {
      let diagnostic = all[i].diagnostic
      let key = RuleKey(severity: diagnostic.severity, rule: diagnostic.rule)
      if chosen.contains(i) {
        entries.append(Entry(diagnostic: diagnostic, lines: all[i].lines))
        withExamples.insert(key)
      } else {
        listed[key, default: []].append(diagnostic)
      }
    }
    for diagnostic in omitted {
      listed[RuleKey(severity: diagnostic.severity, rule: diagnostic.rule), default: []]
        .append(diagnostic)
    }
    // What fails the build comes first.
    entries = Severity.allCases.sorted(by: >).flatMap { severity in
      entries.filter { $0.diagnostic.severity == severity }
    }
    let keys = listed.keys.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      let (x, y) = (listed[a]?.count ?? 0, listed[b]?.count ?? 0)
      return x != y ? x > y : a.rule < b.rule
    }
    groups = keys.map { key in
      Group(diagnostics: listed[key] ?? [], hasExamples: withExamples.contains(key))
    }
  }
}

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

  init(_ diagnostics: [Diagnostic], render: (Diagnostic) -> [String]) {
    var kept: [Diagnostic] = []
    var omitted: [Diagnostic] = []
    // Which of the kept ones are of one rule in one file, and how many are left out behind them.
    var places: [FileRule: [Int]] = [:]
    var omissions: [Int: Int] = [:]
    for diagnostic in diagnostics {
      let key = FileRule(path: diagnostic.path, rule: diagnostic.rule)
      if let shown = places[key], shown.count == Self.perFile {
        omissions[shown[Self.perFile - 1], default: 0] += 1
        omitted.append(diagnostic)
      } else {
        places[key, default: []].append(kept.count)
        kept.append(diagnostic)
      }
    }
    var room = Self.fullLines - omissions.count
    for (i, diagnostic) in kept.enumerated() where room >= 0 {
      let entry = Entry(
        diagnostic: diagnostic, lines: render(diagnostic), omitted: omissions[i] ?? 0)
      room -= entry.lines.count + 1
      entries.append(entry)
    }
    if room < 0 { compact(kept, omitted, render) }
  }

  private struct FileRule: Hashable {
    let path: String
    let rule: String
  }

  private struct RuleKey: Hashable {
    let severity: Severity
    let rule: String

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity
      rule = diagnostic.rule
    }
  }

  private mutating func compact(
    _ kept: [Diagnostic], _ omitted: [Diagnostic], _ render: (Diagnostic) -> [String]
  ) {
    // How many findings of its rule come before each one.
    var seen: [RuleKey: Int] = [:]
    let ranks = kept.map { diagnostic in
      defer { seen[RuleKey(diagnostic), default: 0] += 1 }
      return seen[RuleKey(diagnostic), default: 0]
    }
    let candidates = kept.indices.filter { i in
      switch kept[i].severity {
      case .error: true
      case .warning: ranks[i] < Self.examples
      case .note: false
      }
    }.sorted { a, b in
      if ranks[a] != ranks[b] { return ranks[a] < ranks[b] }
      return kept[a].severity != kept[b].severity ? kept[a].severity > kept[b].severity : a < b
    }
    var room = Self.exampleLines
    var chosen: [Int: Entry] = [:]
    for i in candidates where room > 2 {
      let lines = render(kept[i])
      guard lines.count < room else { continue }
      room -= lines.count + 1
      chosen[i] = Entry(diagnostic: kept[i], lines: lines)
    }
    let inOrder = kept.indices.compactMap { chosen[$0] }
    // What fails the build comes first.
    entries = Severity.allCases.sorted(by: >).flatMap { severity in
      inOrder.filter { $0.diagnostic.severity == severity }
    }
    let withExamples = Set(entries.map { RuleKey($0.diagnostic) })
    var listed: [RuleKey: [Diagnostic]] = [:]
    for i in kept.indices where chosen[i] == nil {
      listed[RuleKey(kept[i]), default: []].append(kept[i])
    }
    for diagnostic in omitted { listed[RuleKey(diagnostic), default: []].append(diagnostic) }
    groups = listed.sorted { a, b in
      if a.key.severity != b.key.severity { return a.key.severity > b.key.severity }
      if a.value.count != b.value.count { return a.value.count > b.value.count }
      return a.key.rule < b.key.rule
    }.map { Group(diagnostics: $0.value, hasExamples: withExamples.contains($0.key)) }
  }
}

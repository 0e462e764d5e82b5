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
    /// Where they stand among all; first those that would have been printed in full with more room.
    let positions: [Int]
    /// How many findings that is, those that are only counted among them.
    let count: Int
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

  private let diagnostics: [Diagnostic]
  private let keys: FindingKeys

  init(_ diagnostics: [Diagnostic], keys: FindingKeys, render: (Diagnostic) -> [String]) {
    self.diagnostics = diagnostics
    self.keys = keys
    var kept: [Int] = []
    var omitted: [Int] = []
    // The last three of each rule in the file that it was last found in, as positions in `kept`.
    var shown = [(file: Int, count: Int, last: Int)](repeating: (-1, 0, 0), count: keys.rules)
    // How many are left out behind the kept ones.
    var omissions: [Int: Int] = [:]
    for position in diagnostics.indices {
      let rule = keys.rule[position]
      let file = keys.file[position]
      if shown[rule].file != file { shown[rule] = (file, 0, 0) }
      if shown[rule].count == Self.perFile {
        omissions[shown[rule].last, default: 0] += diagnostics[position].tally
        omitted.append(position)
      } else {
        shown[rule].count += 1
        shown[rule].last = kept.count
        kept.append(position)
      }
    }
    var room = Self.fullLines - omissions.count
    for (i, position) in kept.enumerated() {
      guard room >= 0 else { break }
      let diagnostic = diagnostics[position]
      let entry = Entry(
        diagnostic: diagnostic, lines: render(diagnostic), omitted: omissions[i] ?? 0)
      room -= entry.lines.count + 1
      entries.append(entry)
    }
    if room < 0 { compact(kept, omitted, render) }
  }

  private mutating func compact(
    _ kept: [Int], _ omitted: [Int], _ render: (Diagnostic) -> [String]
  ) {
    // How many findings of its rule come before each one.
    var seen = [Int](repeating: 0, count: keys.kinds)
    let ranks = kept.map { position in
      defer { seen[keys.kind[position]] += 1 }
      return seen[keys.kind[position]]
    }
    let candidates = kept.indices.filter { i in
      switch diagnostics[kept[i]].severity {
      case .error: true
      case .warning: ranks[i] < Self.examples
      case .note: false
      }
    }.sorted { a, b in
      if ranks[a] != ranks[b] { return ranks[a] < ranks[b] }
      let (left, right) = (diagnostics[kept[a]].severity, diagnostics[kept[b]].severity)
      return left != right ? left > right : a < b
    }
    var room = Self.exampleLines
    var chosen: [Int: Entry] = [:]
    for i in candidates {
      guard room > 2 else { break }
      let lines = render(diagnostics[kept[i]])
      guard lines.count < room else { continue }
      room -= lines.count + 1
      chosen[i] = Entry(diagnostic: diagnostics[kept[i]], lines: lines)
    }
    var withExamples: Set<Int> = []
    for i in chosen.keys { withExamples.insert(keys.kind[kept[i]]) }
    // What fails the build comes first.
    entries = chosen.sorted { a, b in
      let (left, right) = (a.value.diagnostic.severity, b.value.diagnostic.severity)
      return left != right ? left > right : a.key < b.key
    }.map(\.value)
    var listed = [[Int]](repeating: [], count: keys.kinds)
    for i in kept.indices where chosen[i] == nil { listed[keys.kind[kept[i]]].append(kept[i]) }
    for position in omitted { listed[keys.kind[position]].append(position) }
    groups = listed.filter { !$0.isEmpty }.map { positions in
      Group(
        positions: positions, count: positions.reduce(0) { $0 + diagnostics[$1].tally },
        hasExamples: withExamples.contains(keys.kind[positions[0]]))
    }.sorted { a, b in
      let (left, right) = (diagnostics[a.positions[0]], diagnostics[b.positions[0]])
      if left.severity != right.severity { return left.severity > right.severity }
      if a.count != b.count { return a.count > b.count }
      return left.rule < right.rule
    }
  }
}

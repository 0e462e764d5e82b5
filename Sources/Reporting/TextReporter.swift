import SourceCore

/// Prints findings for a person at a terminal.
///
/// It knows neither the terminal nor the environment: colours and width are the caller's business.
public struct TextReporter: Sendable {
  /// How the report looks.
  public struct Options: Sendable, Hashable {
    /// Whether to use colours.
    public var color: Bool
    /// Whether to print every finding in full.
    public var all: Bool
    /// Columns that excerpts and wrapped lines keep to.
    public var width: Int

    /// Makes options.
    public init(color: Bool = false, all: Bool = false, width: Int = 100) {
      self.color = color
      self.all = all
      self.width = width
    }
  }

  /// Findings of one rule in one file whose excerpts a report that is not whole can show.
  public static var excerptsPerRule: Int { ReportPlan.perFile }

  /// Findings of one rule in one file of which such a report says more than how many there are:
  /// whether all say the same, which it takes the first ones' word for.
  public static let findingsPerRule = 100

  private let options: Options
  private let style: TextStyle
  private let width: Int

  /// Makes a reporter.
  public init(_ options: Options = Options()) {
    self.options = options
    style = TextStyle(isColored: options.color)
    width = max(options.width, 40)
  }

  /// The report on sorted diagnostics; it ends with a line feed.
  public func report(
    _ diagnostics: [Diagnostic], summary: RunSummary, rules: [String: RuleInfo]
  ) -> String {
    var text = ""
    report(diagnostics, summary: summary, rules: rules) { text += $0 }
    return text
  }

  /// Passes on the report part by part, so that it is never held as a whole.
  public func report(
    _ diagnostics: [Diagnostic], summary: RunSummary, rules: [String: RuleInfo],
    write: (String) -> Void
  ) {
    let finding = FindingRenderer(style: style, width: width)
    var lines: [String] = []
    let keys = FindingKeys(diagnostics)
    if options.all {
      for diagnostic in diagnostics {
        lines += finding.lines(diagnostic)
        lines.append("")
        guard lines.count >= Self.part else { continue }
        write(lines.joined(separator: "\n") + "\n")
        lines.removeAll(keepingCapacity: true)
      }
    } else {
      let plan = ReportPlan(diagnostics, keys: keys, render: finding.lines)
      for entry in plan.entries {
        lines += entry.lines
        if entry.omitted > 0 { lines.append(omission(entry)) }
        lines.append("")
      }
      if !plan.groups.isEmpty {
        let renderer = GroupRenderer(
          style: style, width: width, rules: rules, diagnostics: diagnostics, keys: keys)
        lines += listed(plan, renderer, used: lines.count)
      }
    }
    lines.append(totals(diagnostics, summary))
    if diagnostics.count > 3 {
      lines.append("")
      lines += FirstThings(diagnostics, keys: keys).lines(style: style, width: width)
    }
    write(lines.joined(separator: "\n") + "\n")
  }

  /// Lines that are gathered before they are passed on.
  private static let part = 1_000

  private func omission(_ entry: ReportPlan.Entry) -> String {
    let rule = TerminalText.visible(entry.diagnostic.rule)
    return "  " + style(.dim, "… and \(entry.omitted) more of \(rule) in this file")
      + style(.dim, " (--all shows them)")
  }

  private func listed(_ plan: ReportPlan, _ renderer: GroupRenderer, used: Int) -> [String] {
    let tables = plan.groups.map(renderer.table)
    let needed = tables.map(\.rows)
    // A title, a line of help and a blank line belong to each group; rows that one group does not
    // need are there for the others.
    var room = ReportPlan.allLines - used - 3 * plan.groups.count
    var rows = Array(repeating: 0, count: needed.count)
    let byNeed = needed.indices.sorted { (needed[$0], $0) < (needed[$1], $1) }
    for (served, i) in byNeed.enumerated() {
      rows[i] = min(needed[i], max(1, room / (byNeed.count - served)))
      room -= rows[i]
    }
    var lines: [String] = []
    for (i, group) in plan.groups.enumerated() {
      lines += renderer.lines(group, tables[i], rows: rows[i])
      lines.append("")
    }
    lines.append(style(.dim, "Some findings are only listed here; --all shows each in full."))
    lines.append("")
    return lines
  }

  private func totals(_ diagnostics: [Diagnostic], _ summary: RunSummary) -> String {
    var checked = Self.count(summary.filesChecked, "file")
    if summary.courses.count > 1 { checked += " in \(summary.courses.count) courses" }
    checked += " checked: "
    let parts = [Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = Diagnostic.tally(severity, in: diagnostics)
      return count == 0
        ? nil : style(TextStyle.role(severity), Self.count(count, severity.rawValue))
    }
    return checked + (parts.isEmpty ? "nothing found" : parts.joined(separator: ", "))
  }

  /// `1 file`, `2 files`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)" + (number == 1 ? "" : "s")
  }
}

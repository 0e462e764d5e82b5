import SourceCore

/// Prints a summary in Markdown, for the page of a job or a comment.
public struct MarkdownReporter: Reporter {
  /// Findings that are listed one by one.
  public static let limit = 100

  private let rules: [String: RuleInfo]

  /// Makes a reporter that knows the rules by their ids.
  public init(rules: [String: RuleInfo]) { self.rules = rules }

  /// Passes on the report part by part.
  public func report(
    _ diagnostics: [Diagnostic], summary: RunSummary, write: ([UInt8]) -> Void
  ) {
    var text = "## academy: \(ReportText.totals(diagnostics))\n\n"
    text += ReportText.checked(summary) + ".\n"
    if !diagnostics.isEmpty {
      let keys = FindingKeys(diagnostics)
      text += "\n" + byRule(diagnostics, keys) + "\n" + list(diagnostics)
    }
    write(Array(text.utf8))
  }

  private func byRule(_ diagnostics: [Diagnostic], _ keys: FindingKeys) -> String {
    struct Row {
      let first: Diagnostic
      var count = 0
      var files = 0
      var lastFile = -1
    }
    var rows = [Row?](repeating: nil, count: keys.kinds)
    for (position, diagnostic) in diagnostics.enumerated() {
      var row = rows[keys.kind[position]] ?? Row(first: diagnostic)
      row.count += 1
      if row.lastFile != keys.file[position] { row.files += 1 }
      row.lastFile = keys.file[position]
      rows[keys.kind[position]] = row
    }
    let sorted = rows.compactMap(\.self).sorted { a, b in
      if a.first.severity != b.first.severity { return a.first.severity > b.first.severity }
      if a.count != b.count { return a.count > b.count }
      return a.first.rule.precedesBytewise(b.first.rule)
    }
    var text = "| rule | what | findings | files |\n|---|---|---:|---:|\n"
    for row in sorted {
      let what = Self.escaped(rules[row.first.rule]?.summary ?? row.first.message)
      text += "| \(row.first.severity.rawValue) `\(row.first.rule)` | \(what)"
      text += " | \(row.count) | \(row.files) |\n"
    }
    return text
  }

  /// The findings that weigh most.
  private func list(_ diagnostics: [Diagnostic]) -> String {
    var text = "| where | what |\n|---|---|\n"
    var room = Self.limit
    for severity in [Severity.error, .warning, .note] {
      for diagnostic in diagnostics where diagnostic.severity == severity {
        guard room > 0 else { break }
        room -= 1
        let place = Self.code(FindingRenderer.place(diagnostic, column: false))
        text += "| \(place) | **\(severity.rawValue)** \(Self.escaped(diagnostic.message))"
        if let help = diagnostic.help { text += "<br>" + Self.escaped(help) }
        text += " |\n"
      }
    }
    let more = diagnostics.count - Self.limit
    if more > 0 { text += "\n… and \(more) more.\n" }
    return text
  }

  /// Prose with code between backticks; whatever else would be markup is made plain.
  private static func escaped(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // An odd backtick opens nothing.
    guard parts.count % 2 == 1 else { return plain(text) }
    return parts.enumerated().map { index, part in
      index % 2 == 0 ? plain(String(part)) : code(String(part))
    }.joined()
  }

  private static func code(_ text: String) -> String { "<code>\(plain(text))</code>" }

  private static func plain(_ text: String) -> String {
    var out = ""
    for scalar in TerminalText.visible(text).unicodeScalars {
      switch scalar {
      case "&", "<", ">", "|", "`", "*", "_", "[", "]", "\\", "~", "#", "@", "!", "$", ":":
        out += "&#\(scalar.value);"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

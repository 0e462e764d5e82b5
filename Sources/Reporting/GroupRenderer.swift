import SourceCore

/// Prints the findings of one rule as a list of places.
struct GroupRenderer {
  let style: TextStyle
  let width: Int
  let rules: [String: RuleInfo]

  /// One file's findings of the rule.
  private struct Place {
    let first: Diagnostic
    var count = 1
  }

  /// The group's lines; at most `rows` of them hold places.
  func lines(_ group: ReportPlan.Group, rows: Int) -> [String] {
    let finding = FindingRenderer(style: style, width: width)
    let diagnostics = group.diagnostics
    let first = diagnostics[0]
    let help = diagnostics.allSatisfy { $0.help == first.help } ? first.help : nil
    let details = help.map { finding.detail("help", $0, indent: 2) } ?? []
    if diagnostics.count == 1 { return [finding.headline(first)] + details }

    let isSame = diagnostics.allSatisfy { $0.message == first.message }
    let message = isSame ? first.message : rules[first.rule]?.summary ?? first.message
    let places = places(diagnostics)
    let more = group.hasExamples ? " more" : ""
    let count: String
    if diagnostics.count == places.count {
      count = "\(places.count)\(more) files"
    } else {
      count = "\(diagnostics.count)\(more) in " + TextReporter.count(places.count, "file")
    }
    let title =
      finding.label(first) + ": " + TerminalText.visible(message) + " " + style(.dim, "(\(count))")
    return [title] + table(places, rows: rows) + details
  }

  /// How many rows it would take to list every place.
  func rowsNeeded(_ group: ReportPlan.Group) -> Int {
    table(places(group.diagnostics), rows: .max).count
  }

  private func places(_ diagnostics: [Diagnostic]) -> [Place] {
    var places: [Place] = []
    var index: [String: Int] = [:]
    for diagnostic in diagnostics {
      if let i = index[diagnostic.path] {
        places[i].count += 1
      } else {
        index[diagnostic.path] = places.count
        places.append(Place(first: diagnostic))
      }
    }
    return places.sorted {
      $0.first.path.utf8.lexicographicallyPrecedes($1.first.path.utf8)
    }
  }

  /// Places side by side, in columns.
  private func table(_ places: [Place], rows: Int) -> [String] {
    var labels = places.map { place in
      FindingRenderer.place(place.first, column: false)
        + (place.count > 1 ? " (\(place.count))" : "")
    }
    let widest = labels.map(TerminalText.columns).max() ?? 0
    let perRow = max(1, width / (widest + 2))
    if (labels.count - 1) / perRow >= rows {
      let kept = rows * perRow - 1
      labels = Array(labels[..<kept]) + ["… and \(places.count - kept) more files"]
    }
    return stride(from: 0, to: labels.count, by: perRow).map { start in
      let row = labels[start..<min(start + perRow, labels.count)]
      return row.reduce(into: "") { line, label in
        line += "  " + label
        line += String(repeating: " ", count: max(0, widest - TerminalText.columns(label)))
      }.trimmingEnd()
    }
  }
}

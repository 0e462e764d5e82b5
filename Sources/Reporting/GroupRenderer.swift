import SourceCore

/// Prints the findings of one rule as a list of places.
struct GroupRenderer {
  let style: TextStyle
  let width: Int
  let rules: [String: RuleInfo]
  let diagnostics: [Diagnostic]
  let keys: FindingKeys

  /// The files of a group, side by side in columns.
  struct Table {
    /// One for each of the first files, in the order of their paths, of more than are ever shown.
    fileprivate let labels: [String]
    /// How many files there are.
    fileprivate let files: Int
    fileprivate let widest: Int
    fileprivate let perRow: Int

    /// How many rows it takes to list every place.
    var rows: Int { (files + perRow - 1) / perRow }
  }

  /// One file's findings of the rule.
  private struct Place {
    let file: Int
    let first: Int
    var count: Int
  }

  /// The files in which the group's findings are.
  func table(_ group: ReportPlan.Group) -> Table {
    var places: [Place] = []
    var index: [Int: Int] = [:]
    for position in group.positions {
      let file = keys.file[position]
      let tally = diagnostics[position].tally
      if let last = places.last, last.file == file {
        places[places.count - 1].count += tally
      } else if let i = index[file] {
        places[i].count += tally
      } else {
        index[file] = places.count
        places.append(Place(file: file, first: position, count: tally))
      }
    }
    places.sort { $0.file < $1.file }
    // A name, a colon, a line and two blanks take five columns at least.
    let shown = ReportPlan.allLines * max(1, width / 5)
    let labels = places.prefix(shown).map { place in
      FindingRenderer.place(diagnostics[place.first], column: false)
        + (place.count > 1 ? " (\(place.count))" : "")
    }
    let widest = labels.map(TerminalText.columns).max() ?? 0
    return Table(
      labels: labels, files: places.count, widest: widest,
      perRow: max(1, width / (widest + 2)))
  }

  /// The group's lines; at most `rows` of them hold places.
  func lines(_ group: ReportPlan.Group, _ table: Table, rows: Int) -> [String] {
    let finding = FindingRenderer(style: style, width: width)
    let first = diagnostics[group.positions[0]]
    let help = first.help
    let isHelpSame = group.positions.allSatisfy { diagnostics[$0].help == help }
    let details = isHelpSame ? help.map { finding.detail("help", $0, indent: 2) } ?? [] : []
    if group.positions.count == 1 { return [finding.headline(first)] + details }

    let text = first.message
    let isSame = group.positions.allSatisfy { diagnostics[$0].message == text }
    let message = isSame ? text : rules[first.rule]?.summary ?? text
    let more = group.hasExamples ? " more" : ""
    let files = table.files
    let count: String
    if group.count == files {
      count = "\(files)\(more) files"
    } else {
      count = "\(group.count)\(more) in " + TextReporter.count(files, "file")
    }
    let title =
      finding.label(first) + ": " + TerminalText.visible(message) + " " + style(.dim, "(\(count))")
    return [title] + lines(table, rows: rows) + details
  }

  private func lines(_ table: Table, rows: Int) -> [String] {
    var labels = table.labels
    if table.rows > rows {
      let kept = min(rows * table.perRow - 1, labels.count)
      labels = Array(labels[..<kept]) + ["… and \(table.files - kept) more files"]
    }
    return stride(from: 0, to: labels.count, by: table.perRow).map { start in
      let row = labels[start..<min(start + table.perRow, labels.count)]
      return row.reduce(into: "") { line, label in
        line += "  " + label
        line += String(
          repeating: " ", count: max(0, table.widest - TerminalText.columns(label)))
      }.trimmingEnd()
    }
  }
}

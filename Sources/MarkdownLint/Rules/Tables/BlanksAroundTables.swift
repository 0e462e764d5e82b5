import Markdown
import SourceCore

/// Flags a table that has no blank line above or below it.
struct BlanksAroundTables: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/blanks-around-tables", alias: "MD058",
    summary: "A table has no blank line above or below.",
    why:
      "Some programs read a table right below a line of text as text, and a line right below a "
      + "table as one more row.",
    severity: .warning, source: "markdownlint MD058", isOnByDefault: false, tags: ["table"])
  static let examples: [Example] = [
    .good("Text.\n\n| Year |\n| ---- |\n| 2024 |\n\nText.\n"),
    .good("> Text.\n>\n> | Year |\n> | ---- |\n"),
    .good("<!-- the census -->\n| Year |\n| ---- |\n"),
    .bad(
      "Text.\n⟦| Year |⟧\n| ---- |\n| 2024 |\n",
      fixed: "Text.\n\n| Year |\n| ---- |\n| 2024 |\n"),
    .bad(
      "| Year |\n| ---- |\n⟦| 2024 |⟧\n# Next\n",
      fixed: "| Year |\n| ---- |\n| 2024 |\n\n# Next\n"),
    .bad(
      "> Text.\n> ⟦| Year |⟧\n> | ---- |\n", fixed: "> Text.\n>\n> | Year |\n> | ---- |\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var inserted = -1
    for table in page.nodes(.table) {
      let range = page.document.range(table)
      let first = page.lines.line(at: range.start)
      if !page.separates(first - 1) {
        report(
          Finding(
            trimmed(ByteRange(range.start, page.content(ofLine: first).end), page),
            "no blank line stands above the table", help: "insert one",
            fix: inserted == first || isOddlyIndented(table, page) || page.isBelowBareMarker(table)
              ? nil : page.blankLine(above: first, like: first, around: table)))
      }
      let last = page.lastLine(of: table)
      guard !page.separates(last + 1) else { continue }
      let content = page.content(ofLine: last)
      report(
        Finding(
          trimmed(ByteRange(page.behindMarkers(content), content.end), page),
          "no blank line stands below the table", help: "insert one",
          fix: page.blankLine(above: last + 1, like: last, around: table)))
      inserted = last + 1
    }
  }

  /// Whether the table is indented so far that it would be code below a blank line, or so little
  /// that it would not be in the list any more.
  private func isOddlyIndented(_ table: NodeID, _ page: MarkdownPage) -> Bool {
    var column = page.columnBehindQuotes(page.document.range(table).start)
    if let item = page.document.parent(table), page.document.kind(item) == .listItem {
      let prefix = ItemMarker(of: item, in: page)
      column -= page.columnBehindQuotes(prefix.marker.end) + max(1, prefix.blanks.count)
    }
    let line = page.content(ofLine: page.line(of: table))
    return !(0..<4).contains(column) || page.hasTab(inMarkersOf: line)
  }

  private func trimmed(_ range: ByteRange, _ page: MarkdownPage) -> ByteRange {
    ByteRange(range.start, TableRow(range: range).last(in: page.source) + 1)
  }
}

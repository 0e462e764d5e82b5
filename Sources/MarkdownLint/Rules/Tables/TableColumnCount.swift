import Markdown
import SourceCore

/// Flags a table row that has fewer or more cells than the header.
struct TableColumnCount: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/table-column-count", alias: "MD056",
    summary: "A table row has fewer or more cells than the header.",
    why:
      "Cells beyond the header's are not shown at all, and missing ones are empty; both hide data "
      + "from the learner without a word.",
    severity: .warning, source: "markdownlint MD056", tags: ["table"])
  static let examples: [Example] = [
    .good("| Year | People |\n| ---- | ------ |\n| 2024 | 12     |\n"),
    .good("| Year | People |\n| ---- | ------ |\n| 2024 |        |\n"),
    .good("| Code | Means |\n| ---- | ----- |\n| `a \\| b` | a or b |\n"),
    .bad("| Year | People |\n| ---- | ------ |\n| 2024 ⟦|⟧\n"),
    .bad("| Year | People |\n| ---- | ------ |\n| 2024 | 12 ⟦| 13 |⟧\n"),
    .bad("Year | People\n---- | ------\n2024 | 12 ⟦| 13⟧\n202⟦5⟧\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for table in page.nodes(.table) {
      var expected = 0
      for row in TableRow.all(of: table, in: page) {
        if expected == 0 {
          expected = row.shape(in: page.cleared).cells
          continue
        }
        var surplus: Int?
        let cells = row.shape(in: page.cleared) { number, start in
          if number == expected { surplus = start }
        }.cells
        guard cells != expected else { continue }
        let last = row.last(in: page.source)
        if let surplus {
          report(
            Finding(
              ByteRange(surplus, last + 1),
              "the row has \(cells) cells where the header has \(expected), so the rest is not shown",
              help:
                "take the cells out, or give the header as many; write `\\|` for a pipe in the text"
            ))
        } else {
          var start = last
          while start > row.range.start, page.source[start] & 0xC0 == 0x80 { start -= 1 }
          report(
            Finding(
              ByteRange(start, last + 1),
              "the row has \(Self.cells(cells)) where the header has \(expected)",
              help: "write the missing cells, empty if need be"))
        }
      }
    }
  }

  private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}

import Markdown
import SourceCore

/// Flags a table row that begins or ends with a pipe where others do not, or the other way round.
struct TablePipeStyle: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/table-pipe-style", alias: "MD055",
    summary: "A table row has or lacks the pipe at one of its ends.",
    why:
      "Rows that begin and end alike are easier to read, and a missing pipe often means a missing "
      + "cell.",
    severity: .warning, source: "markdownlint MD055", isOnByDefault: false, tags: ["table"])
  static let options = [
    RuleOption(
      "style",
      .choice(
        [
          "consistent", "leading_and_trailing", "leading_only", "no_leading_or_trailing",
          "trailing_only",
        ], default: "consistent"),
      "at which ends pipes stand; with `consistent` as in the first row")
  ]
  static let examples: [Example] = [
    .good("| Year | People |\n| ---- | ------ |\n| 2024 | 12     |\n"),
    .good("Year | People\n---- | ------\n2024 | 12\n"),
    .good("| Year\n| ----\n| 2024\n", options: ["style": .text("leading_only")]),
    .bad("| Year | People |\n| ---- | ------ |\n| 2024 | 1⟦2⟧\n"),
    .bad("| Year | People |\n| ---- | ------ |\n⟦2⟧024 | 12 |\n"),
    .bad("Year | People\n---- | ------\n⟦|⟧ 2024 | 12 ⟦|⟧\n"),
    .bad(
      "⟦|⟧ Year |\n⟦|⟧ ---- |\n", options: ["style": .text("trailing_only")]),
  ]

  private let style: String

  init(_ options: RuleOptionValues) {
    let written = options.written("style") ?? ""
    style = written.isEmpty ? options.text("style") : written
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var leading = style != "no_leading_or_trailing" && style != "trailing_only"
    var trailing = style != "no_leading_or_trailing" && style != "leading_only"
    var isOpen = style == "consistent"
    for table in page.nodes(.table) {
      for row in TableRow.all(of: table, in: page) {
        let source = page.cleared
        let last = row.last(in: source)
        let hasLeading = source[row.range.start] == UInt8(ascii: "|")
        // A pipe at the end may be escaped.
        let hasTrailing =
          source[last] == UInt8(ascii: "|")
          && (last == row.range.start || source[last - 1] != UInt8(ascii: "\\")
            || row.shape(in: source).hasTrailingPipe)
        if isOpen {
          isOpen = false
          leading = hasLeading
          trailing = hasTrailing
        }
        if hasLeading != leading {
          report(
            finding(
              Self.character(at: row.range.start, page), hasLeading, "begins", "the beginning"))
        }
        if hasTrailing != trailing {
          report(finding(Self.character(at: last, page), hasTrailing, "ends", "the end"))
        }
      }
    }
  }

  private func finding(_ range: ByteRange, _ isThere: Bool, _ verb: String, _ place: String)
    -> Finding
  {
    Finding(
      range,
      "the row \(verb) with\(isThere ? "" : "out") a pipe"
        + (style == "consistent" ? ", unlike the page's first row" : ""),
      help: isThere ? "delete the pipe at \(place)" : "write a pipe at \(place)")
  }

  /// The whole character that a byte is part of.
  private static func character(at offset: Int, _ page: MarkdownPage) -> ByteRange {
    var start = offset
    while start > 0, page.source[start] & 0xC0 == 0x80 { start -= 1 }
    var end = start + 1
    while end < page.source.count, page.source[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(start, end)
  }
}

import Markdown
import SourceCore

/// Flags a list that has no blank line above or below it.
struct BlanksAroundLists: DenseRule {
  static let info = RuleInfo(
    id: "markdown/blanks-around-lists", alias: "MD032",
    summary: "A list has no blank line above or below.",
    why:
      "Many programs, pandoc among them, read a list that follows a line of text as more of that "
      + "text.",
    severity: .warning, source: "markdownlint MD032", isOnByDefault: false,
    tags: ["blank_lines", "bullet", "ol", "ul"])
  static let examples: [Example] = [
    .good("The steps:\n\n- Import\n- Clean\n\nThen publish.\n"),
    .good("> The steps:\n>\n> - Import\n"),
    .good("- Import\n  - Census\n<!-- more to come -->\n"),
    .bad("The steps:\n⟦-⟧ Import\n- Clean\n", fixed: "The steps:\n\n- Import\n- Clean\n"),
    .bad(
      "- Import\n⟦- Clean⟧\n# Publish\n", fixed: "- Import\n- Clean\n\n# Publish\n"),
    .bad("> The steps:\n> ⟦1.⟧ Import\n", fixed: "> The steps:\n>\n> 1. Import\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: DenseReport) {
    let document = page.document
    var end = Document.root
    var inserted = -1
    for list in page.nodes(.list) where list >= end {
      end = document.end(list)
      let first = page.line(of: list)
      if !page.separates(first - 1) {
        let marker = ItemMarker(of: NodeID(Int(list.index) + 1), in: page).marker
        report(
          marker,
          Finding(
            marker, "no blank line stands above the list", help: "insert one",
            fix: inserted == first || page.isBelowBareMarker(list)
              ? nil : page.blankLine(above: first, like: first, around: list)))
        inserted = first
      }
      var last = page.lastLine(of: list)
      while last > first, page.isEmptyQuoteLine(last) { last -= 1 }
      guard !page.separates(last + 1) else { continue }
      let content = page.content(ofLine: last)
      let range = ByteRange(page.behindMarkers(content), content.end)
      report(
        range,
        Finding(
          range,
          "no blank line stands below the list", help: "insert one",
          fix: page.blankLine(above: last + 1, like: last, around: list)))
      inserted = last + 1
    }
  }
}

extension MarkdownPage {
  /// Where a line's text starts, behind blanks and markers of quotes.
  func behindMarkers(_ content: ByteRange) -> Int {
    var start = content.start
    while start < content.end,
      Self.isBlank(source[start]) || source[start] == UInt8(ascii: ">")
    {
      start += 1
    }
    return start == content.end ? content.start : start
  }
}

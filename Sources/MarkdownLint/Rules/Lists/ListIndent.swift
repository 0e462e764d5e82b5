import Markdown
import SourceCore

/// Flags items of one list that are not indented alike.
struct ListIndent: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/list-indent", alias: "MD005",
    summary: "Items of one list are indented differently.",
    why:
      "A reader of the source cannot tell whether such an item belongs to the list above or is "
      + "nested, and other programs may read it differently.",
    severity: .warning, source: "markdownlint MD005", isOnByDefault: false,
    tags: ["bullet", "indentation", "ul"])
  static let examples: [Example] = [
    .good("- Import\n- Clean\n"),
    .good(" 9. Import\n10. Clean\n11. Publish\n"),
    .good("1. Import\n   1. Census\n   2. Survey\n2. Clean\n"),
    .bad("- Import\n⟦ -⟧ Clean\n- Publish\n"),
    .bad(
      "1. Import\n⟦ 2.⟧ Clean\n3. Publish\n", fixed: "1. Import\n2. Clean\n3. Publish\n"),
    .bad(
      " 9. Import\n10. Clean\n⟦ 11.⟧ Publish\n", fixed: " 9. Import\n10. Clean\n11. Publish\n"),
    .bad("> 1. Import\n⟦>  2.⟧ Clean\n", fixed: "> 1. Import\n> 2. Clean\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for list in page.nodes(.list) {
      let start = page.document.range(list).start
      let expected = start - page.content(ofLine: page.lines.line(at: start)).start
      if page.document.list(list)?.isOrdered == true {
        checkNumbers(list, expected, page, report)
      } else {
        page.forEachItem(of: list) { item in
          let marker = page.document.range(item).start
          let lineStart = page.content(ofLine: page.lines.line(at: marker)).start
          guard marker - lineStart != expected else { return }
          report(
            Finding(
              ByteRange(lineStart, marker + 1), Self.message(marker - lineStart, expected),
              help: "indent all items of a list alike"))
        }
      }
    }
  }

  /// Numbers may be aligned at their start or, from the first item on that is not, at their end.
  private func checkNumbers(
    _ list: NodeID, _ expected: Int, _ page: MarkdownPage, _ report: (Finding) -> Void
  ) {
    var expectedEnd: Int?
    var isEndAligned = false
    // Where the content of the item above starts; a marker that far in would be nested.
    var content = Int.max
    page.forEachItem(of: list) { item in
      let prefix = ItemMarker(of: item, in: page)
      let marker = prefix.marker
      let lineStart = page.content(ofLine: page.lines.line(at: marker.start)).start
      let actual = marker.start - lineStart
      let above = content
      content = max(marker.end + 1, prefix.blanks.end) - lineStart
      let end = marker.end - lineStart
      let wantedEnd = expectedEnd ?? end
      expectedEnd = wantedEnd
      guard actual != expected || isEndAligned else { return }
      guard end != wantedEnd else {
        isEndAligned = true
        return
      }
      let wanted = isEndAligned ? max(0, wantedEnd - marker.count) : expected
      let message =
        isEndAligned
        ? "the number ends in column \(end) where those above end in column \(wantedEnd)"
        : Self.message(actual, expected)
      report(
        Finding(
          ByteRange(lineStart, marker.end), message, help: "indent all items of a list alike",
          fix: wanted >= above
            ? nil
            : ItemIndentation(item, in: page).fix(
              from: lineStart + actual, to: lineStart + wanted, in: page)))
    }
  }

  private static func message(_ actual: Int, _ expected: Int) -> String {
    "the item is indented by \(actual) where the list's first is by \(expected)"
  }
}

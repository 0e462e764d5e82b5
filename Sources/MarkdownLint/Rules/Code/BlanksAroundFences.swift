import Markdown
import SourceCore

/// Flags a fenced code block that has no blank line above or below it.
struct BlanksAroundFences: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/blanks-around-fences", alias: "MD031",
    summary: "A fenced code block has no blank line above or below.",
    why:
      "Some programs, among them older ones that offices still use, read a fence right below a "
      + "line of text as text.",
    severity: .warning, source: "markdownlint MD031", isOnByDefault: false,
    tags: ["blank_lines", "code"])
  static let options = [
    RuleOption("list_items", .flag(default: true), "whether code in lists is looked at")
  ]
  static let examples: [Example] = [
    .good("Run this:\n\n```r\nsummary(x)\n```\n\nThen read on.\n"),
    .good("1. Run this:\n\n   ```r\n   summary(x)\n   ```\n"),
    .good("1. Run this:\n   ```r\n   summary(x)\n   ```\n", options: ["list_items": .flag(false)]),
    .bad(
      "Run this:\n⟦```r⟧\nsummary(x)\n```\n",
      fixed: "Run this:\n\n```r\nsummary(x)\n```\n"),
    .bad(
      "```r\nsummary(x)\n⟦```⟧\nThen read on.\n",
      fixed: "```r\nsummary(x)\n```\n\nThen read on.\n"),
    .bad(
      "> Run this:\n> ⟦~~~r⟧\n> summary(x)\n> ~~~\n",
      fixed: "> Run this:\n>\n> ~~~r\n> summary(x)\n> ~~~\n"),
  ]

  private let listItems: Bool

  init(_ options: RuleOptionValues) { listItems = options.flag("list_items") }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let document = page.document
    var inserted = -1
    for block in page.nodes(.codeBlock) {
      guard let fence = document.fence(block) else { continue }
      let first = page.line(of: block)
      if !listItems, page.flags(ofLine: first).contains(.list) { continue }
      if !page.separates(first - 1) {
        report(
          Finding(
            fence.opening, "no blank line stands above the code", help: "insert one",
            fix: inserted == first || page.isBelowBareMarker(block)
              ? nil : page.blankLine(above: first, like: first, around: block)))
        inserted = first
      }
      guard let closing = fence.closing else {
        checkUnclosed(block, page, report)
        continue
      }
      let last = page.lines.line(at: closing.start)
      guard !page.separates(last + 1) else { continue }
      report(
        Finding(
          closing, "no blank line stands below the code", help: "insert one",
          fix: page.blankLine(above: last + 1, like: last, around: block)))
      inserted = last + 1
    }
  }

  /// A block that nothing closes ends, for markdownlint, in the line behind it.
  private func checkUnclosed(
    _ block: NodeID, _ page: MarkdownPage, _ report: (Finding) -> Void
  ) {
    let last = page.lastLine(of: block) + 1
    guard !page.separates(last), !page.separates(last + 1) else { return }
    report(
      Finding(
        page.content(ofLine: last), "no blank line stands below the code, which nothing closes",
        help: "close it with a fence, and insert a blank line"))
  }
}

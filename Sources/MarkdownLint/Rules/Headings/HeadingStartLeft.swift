import Markdown
import SourceCore

/// Flags headings that are indented.
struct HeadingStartLeft: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/heading-start-left", alias: "MD023",
    summary: "A heading is indented.",
    why: "Some tools take an indented heading for text, and four blanks make code of it.",
    severity: .warning, source: "markdownlint MD023", isOnByDefault: false,
    tags: ["headings", "spaces"])
  static let examples: [Example] = [
    .good("# Prices\n\n## Weights\n"),
    .good("- A list\n\n  ## In its item\n\n> ## In a quote\n"),
    .good("A text.\n\n      # code\n"),
    .bad("A text.\n\n⟦ ⟧# Prices\n", fixed: "A text.\n\n# Prices\n"),
    .bad("⟦   ⟧Prices\n======\n", fixed: "Prices\n======\n"),
    .bad("> ⟦ ⟧## Weights\n", fixed: "> ## Weights\n"),
    .bad("- A list\n\n  ⟦ ⟧## In its item\n", fixed: "- A list\n\n  ## In its item\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for heading in page.headings {
      let start = heading.range.start
      guard start > 0, page.source[start - 1] == 0x20 || page.source[start - 1] == 0x09,
        let blanks = page.indentation(of: heading.node)
      else { continue }
      report(
        Finding(
          blanks, "this heading is indented by \(blanks.count)",
          help: "start it at the beginning of the line",
          fix: isMovable(heading, behind: blanks, in: page)
            ? Fix(
              title: "take the indentation away", replacing: blanks, with: "", applicability: .safe)
            : nil))
    }
  }

  /// Whether nothing hangs on the blanks but the heading: the marker of an item that begins with it
  /// stands in line with other items and with what the item holds.
  private func isMovable(_ heading: Heading, behind blanks: ByteRange, in page: MarkdownPage)
    -> Bool
  {
    if blanks.end >= heading.range.start { return true }
    guard let item = page.document.parent(heading.node),
      let list = page.document.parent(item), page.document.kind(list) == .list,
      let around = page.document.parent(list), page.document.kind(around) != .listItem
    else { return false }
    return page.line(of: list) == page.lastLine(of: list)
  }
}

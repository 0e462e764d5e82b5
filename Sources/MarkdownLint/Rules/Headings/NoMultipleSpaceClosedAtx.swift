import SourceCore

/// Flags several blanks inside the `#` of a heading that is closed by some.
struct NoMultipleSpaceClosedAtx: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-multiple-space-closed-atx", alias: "MD021",
    summary: "A closed heading has several blanks inside its `#`.",
    why: "One blank is enough; more change nothing that a reader sees.",
    severity: .warning, source: "markdownlint MD021", isOnByDefault: false,
    tags: ["headings", "atx_closed", "spaces"])
  static let examples: [Example] = [
    .good("# Prices #\n\n## Weights ##\n"),
    .good("#  Other headings are the matter of another rule\n"),
    .good("## Weights ##   \n"),
    .bad("# ⟦ ⟧Prices #\n", fixed: "# Prices #\n"),
    .bad("## Weights ⟦  ⟧##\n", fixed: "## Weights ##\n"),
    .bad("## ⟦ ⟧Weights ⟦ ⟧##\n", fixed: "## Weights ##\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for heading in page.headings where heading.style == .atxClosed {
      if heading.text.isEmpty {
        let between = ByteRange(heading.opening.end, heading.closing.start)
        if let finding = HeadingBlanks.finding(between, in: page) { report(finding) }
        continue
      }
      let before = ByteRange(heading.opening.end, heading.text.start)
      if let finding = HeadingBlanks.finding(before, in: page) { report(finding) }
      let behind = ByteRange(heading.text.end, heading.closing.start)
      if let finding = HeadingBlanks.finding(behind, in: page) { report(finding) }
    }
  }
}

import SourceCore

/// Flags several blanks behind the `#` of a heading.
struct NoMultipleSpaceAtx: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-multiple-space-atx", alias: "MD019",
    summary: "A heading has several blanks behind its `#`.",
    why: "One blank is enough; more change nothing that a reader sees.",
    severity: .warning, source: "markdownlint MD019", isOnByDefault: false,
    tags: ["headings", "atx", "spaces"])
  static let examples: [Example] = [
    .good("# Prices\n\n## Weights\n"),
    .good("#  Closed headings are the matter of another rule #\n"),
    .good("Prices\n======\n"),
    .bad("# ⟦ ⟧Prices\n", fixed: "# Prices\n"),
    .bad("# Prices\n\n## ⟦   ⟧Weights\n", fixed: "# Prices\n\n## Weights\n"),
    .bad("> ## ⟦ ⟧Weights\n", fixed: "> ## Weights\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for heading in page.headings where heading.style == .atx {
      let end = heading.text.isEmpty ? heading.range.end : heading.text.start
      guard let finding = HeadingBlanks.finding(ByteRange(heading.opening.end, end), in: page)
      else { continue }
      report(finding)
    }
  }
}

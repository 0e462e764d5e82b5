import SourceCore

/// Flags a heading that is more than one level below the one before it.
struct HeadingIncrement: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/heading-increment", alias: "MD001",
    summary: "A heading skips a level.",
    why:
      "Headings are the page's table of contents, and what people who listen to a page jump by; a "
      + "level that is missing reads as a section that is missing.",
    severity: .warning, source: "markdownlint MD001", isOnByDefault: false, tags: ["headings"])
  static let options = [FrontMatterTitle.option]
  static let examples: [Example] = [
    .good("# Prices\n\n## Weights\n\n### Sources\n\n## Results\n"),
    .good("### The first heading may have any level\n\n#### Weights\n"),
    .good(
      "---\ntitle: Prices\n---\n\n### Weights\n", options: ["front_matter_title": .text("")]),
    .bad("# Prices\n\n### ⟦Weights⟧\n"),
    .bad("Prices\n======\n\n### ⟦Weights⟧\n\n##### ⟦Sources⟧\n"),
    .bad("---\ntitle: Prices\n---\n\n### ⟦Weights⟧\n"),
  ]

  private let title: FrontMatterTitle

  init(_ options: RuleOptionValues) { title = FrontMatterTitle(options) }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var above = title.isGiven(in: page) ? 1 : 6
    var isFirst = true
    for heading in page.headings {
      if heading.level > above + 1 {
        let before =
          isFirst ? "the page's title stands above it" : "the heading above it has level \(above)"
        report(
          Finding(
            heading.place, "this heading has level \(heading.level), but \(before)",
            help: "make it a heading of level \(above + 1), or add the level between"))
      }
      above = heading.level
      isFirst = false
    }
  }
}

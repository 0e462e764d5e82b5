import Markdown
import SourceCore

/// Flags further top-level headings where a page begins with one.
struct SingleTitle: DenseRule {
  static let info = RuleInfo(
    id: "markdown/single-title", alias: "MD025",
    summary: "A page has a second top-level heading.",
    why: "The top-level heading is the page's title; sections begin one level below it.",
    severity: .warning, source: "markdownlint MD025", isOnByDefault: false, tags: ["headings"])
  static let options = [
    RuleOption("level", .number(1...6, default: 1), "the level of the title"),
    FrontMatterTitle.option,
  ]
  static let looksAtTheStart = true
  static let examples: [Example] = [
    .good("# Prices\n\n## Weights\n\n## Sources\n"),
    .good("A text first.\n\n# Prices\n\n# Weights\n"),
    .good("---\nlayout: page\n---\n\n# Prices\n\n## Weights\n"),
    .good("# Prices\n\n# [Windows](#tab/windows)\n"),
    .bad("# Prices\n\n# ⟦Weights⟧\n"),
    .bad("<!-- a comment -->\n\nPrices\n======\n\n# ⟦Weights⟧\n"),
    .bad("---\ntitle: Prices\n---\n\n# ⟦Weights⟧\n"),
    .bad("## Prices\n\n## ⟦Weights⟧\n", options: ["level": .number(2)]),
  ]

  private let level: Int
  private let title: FrontMatterTitle

  init(_ options: RuleOptionValues) {
    level = options.number("level")
    title = FrontMatterTitle(options)
  }

  func check(_ page: MarkdownPage, report: DenseReport) {
    var isFirst = true
    var isTitled = false
    for heading in page.headings where heading.level == level {
      if isTab(heading, page) { continue }
      if isFirst {
        isFirst = false
        isTitled = title.isGiven(in: page)
        if !isTitled {
          guard isAtTop(heading, page) else { return }
          continue
        }
      }
      report(
        heading.place,
        Finding(
          heading.place,
          isTitled
            ? "the front matter has a title, so this is a second one"
            : "this is a second heading of level \(level)",
          help: level < 6
            ? "make it a heading of level \(level + 1)" : "join its section with the one before"))
    }
  }

  /// Whether nothing is shown above a heading.
  private func isAtTop(_ heading: Heading, _ page: MarkdownPage) -> Bool {
    var last: NodeID?
    for block in page.document.children(Document.root) {
      if let last, !page.isSilent(last) { return false }
      if block == heading.node { return true }
      last = block
    }
    // The heading is inside another block; markdownlint then looks at all but the last thing there
    // is, which is the line ending where the page ends with one.
    guard let last else { return true }
    let isEnded = page.document.range(last).end < page.source.count
    return !isEnded || page.isSilent(last)
  }

  /// Whether a heading is DocFX's notation of a tab: nothing but a link to `#tab/…`.
  private func isTab(_ heading: Heading, _ page: MarkdownPage) -> Bool {
    let document = page.document
    let child = NodeID(Int(heading.node.index) + 1)
    guard child < document.end(heading.node), document.kind(child) == .link,
      document.end(child) == document.end(heading.node),
      let destination = document.destinationRange(child)
    else { return false }
    return page.source[destination.indices].starts(with: "#tab/".utf8)
  }
}

import Markdown
import SourceCore

/// Flags links that lead nowhere.
struct NoEmptyLinks: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-empty-links", alias: "MD042",
    summary: "A link has no destination.",
    why: "Who clicks it gets nowhere; most such links were meant to be filled in later.",
    severity: .warning, source: "markdownlint MD042", tags: ["links"])
  static let examples: [Example] = [
    .good("See [the guide](guide.md).\n"),
    .good("See [the start](#start).\n"),
    .good("An image ![no source]() is judged elsewhere.\n"),
    .bad("See ⟦[the guide]()⟧.\n"),
    .bad("Voir ⟦[là](#)⟧ et ⟦[ici](<>)⟧.\n"),
    .bad("See ⟦[the guide][later]⟧.\n\n[later]: #\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let document = page.document
    for node in page.nodes(.link) {
      if let destination = document.destinationRange(node) {
        guard destination.isEmpty || isHash(destination, page) else { continue }
      } else {
        guard let definition = document.definition(node),
          let destination = document.destinationRange(definition), isHash(destination, page),
          page.source[destination.start - 1] != UInt8(ascii: "<"),
          page.isPlainLabel(LinkParts(node, in: document).label)
        else { continue }
      }
      let range = document.range(node)
      report(
        Finding(
          range, "the link `\(MarkdownPage.code(page.text(range)))` leads nowhere",
          help: "give it a destination, or take the brackets away"))
    }
  }

  private func isHash(_ range: ByteRange, _ page: MarkdownPage) -> Bool {
    guard range.count == 1 else {
      let trimmed = page.trimmed(range)
      return trimmed.count == 1 && page.source[trimmed.start] == UInt8(ascii: "#")
    }
    return page.source[range.start] == UInt8(ascii: "#")
  }
}

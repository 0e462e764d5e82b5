import Markdown
import SourceCore

/// Flags blank lines between two quotes that follow each other.
struct NoBlanksBlockquote: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-blanks-blockquote", alias: "MD028",
    summary: "Nothing but blank lines stands between two quotes.",
    why:
      "Some programs join such quotes and others keep them apart, so it is not clear which was "
      + "meant.",
    severity: .warning, source: "markdownlint MD028", isOnByDefault: false,
    tags: ["blockquote", "whitespace"])
  static let examples: [Example] = [
    .good("> One.\n>\n> Still one.\n"),
    .good("> One.\n\nSaid another:\n\n> Two.\n"),
    .good("- > One.\n\n> Two.\n"),
    .bad("> One.\n⟦\n⟧> Two.\n"),
    .bad("> One.\n⟦\n⟧⟦\n⟧> Two.\n"),
    .bad("- Text.\n\n  > One.\n⟦\n⟧  > Two.\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let document = page.document
    for quote in page.nodes(.blockQuote) {
      let next = document.end(quote)
      guard Int(next.index) < document.nodeCount, document.kind(next) == .blockQuote else {
        continue
      }
      guard let parent = document.parent(quote), parent == document.parent(next),
        document.kind(parent) != .blockQuote
      else { continue }
      let last = page.lastLine(of: quote)
      // Where a quote ends with its attributes, it cannot be joined with another.
      if page.isAttributeLine(last) { continue }
      var line = last + 1
      let end = page.line(of: next)
      while line < end {
        let range = page.lines.range(ofLine: line)
        report(
          Finding(
            ByteRange(range.lowerBound, range.upperBound),
            "only blank lines stand between this quote and the one below",
            help: "begin the line with `>` if it is one quote, else put text between the two"))
        line += 1
      }
    }
  }
}

import Markdown
import SourceCore

/// Flags more than one space behind the marker of a quote.
struct NoMultipleSpaceBlockquote: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-multiple-space-blockquote", alias: "MD027",
    summary: "More than one space follows the marker of a quote.",
    why:
      "The extra spaces show nowhere, but a few more would make the line code, and lists in the "
      + "quote are easily indented wrongly.",
    severity: .warning, source: "markdownlint MD027", isOnByDefault: false,
    tags: ["blockquote", "indentation", "whitespace"])
  static let examples: [Example] = [
    .good("> One.\n> Two.\n"),
    .good("> - One\n>   - Two\n>\n>     Three.\n"),
    .good(">     code\n"),
    .good("> ```r\n>   head(x)\n> ```\n"),
    .bad("> ⟦ ⟧One.\n> Two.\n", fixed: "> One.\n> Two.\n"),
    .bad("> One.\n> ⟦  ⟧Two.\n", fixed: "> One.\n> Two.\n"),
    .bad("> ⟦ ⟧> ⟦ ⟧One.\n", fixed: "> > One.\n"),
    .bad("> ⟦  ⟧- One\n> ⟦  ⟧- Two\n", fixed: "> - One\n> - Two\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var end = Document.root
    for quote in page.nodes(.blockQuote) where quote >= end {
      end = page.document.end(quote)
      var spaces = QuoteSpaces(of: quote, in: page)
      spaces.find { blanks in
        report(
          Finding(
            blanks, "\(blanks.count + 1) spaces follow the marker of the quote",
            help: "write one space",
            fix: isSafe(blanks, page)
              ? Fix(
                title: "write one space", replacing: blanks, with: "", applicability: .safe)
              : nil))
      }
    }
  }

  /// Text that is indented so far that it begins no block might begin one without.
  private func isSafe(_ blanks: ByteRange, _ page: MarkdownPage) -> Bool {
    if page.hasTab(inMarkersOf: page.content(ofLine: page.lines.line(at: blanks.start))) {
      return false
    }
    guard blanks.count >= 4, blanks.end < page.source.count else { return true }
    let byte = page.source[blanks.end]
    return byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte == 0x0A || byte == 0x0D
  }
}

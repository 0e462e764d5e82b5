import Markdown
import SourceCore

/// Flags `(text)[destination]`, a link whose brackets were swapped.
struct NoReversedLinks: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-reversed-links", alias: "MD011",
    summary: "A link's brackets and parentheses are swapped.",
    why: "Readers see the brackets and the address as text, and there is nothing to click.",
    severity: .warning, source: "markdownlint MD011", tags: ["links"])
  static let examples: [Example] = [
    .good("See [the guide](https://example.org/).\n"),
    .good("The call `f(x)[0]` takes the first.\n"),
    .good("A note (in brackets)[^1] is fine.\n\n[^1]: Note.\n"),
    .bad(
      "See ⟦(the guide)[https://example.org/]⟧.\n",
      fixed: "See [the guide](https://example.org/).\n"),
    .bad("- ⟦(eins)[a.md]⟧ und ⟦(zwei)[b.md]⟧\n", fixed: "- [eins](a.md) und [zwei](b.md)\n"),
    .good("> ```text\n> (a)[b]\n> ```\n"),
    .bad("> ⟦(précis)[é.md]⟧\n", fixed: "> [précis](é.md)\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let bytes = page.cleared
    var spans = page.nodes(.codeSpan, .math)[...]
    var blocks = page.nodes(.mathBlock)
    var at = page.firstLine < page.lineCount ? page.lines.start(ofLine: page.firstLine) : 0
    /// Where the last match ended: the next may not begin before.
    var done = at
    while let open = ByteSearch.first(UInt8(ascii: "["), in: bytes, from: at) {
      at = open + 1
      guard open > done, bytes[open - 1] == UInt8(ascii: ")") else { continue }
      guard let match = match(around: open, from: done, in: bytes) else { continue }
      guard page.flags(ofLine: page.lines.line(at: open)).isDisjoint(with: .code) else { continue }
      while let block = blocks.first, page.lastLine(of: block) < page.lines.line(at: open) {
        blocks.removeFirst()
      }
      if let block = blocks.first, page.document.range(block).start < open { continue }
      done = match.range.end
      at = done
      let (text, target) = (match.text, match.destination)
      guard bytes[text.end - 1] != UInt8(ascii: "\\"), bytes[target.end - 1] != UInt8(ascii: "\\")
      else { continue }
      // Code that ends right in front counts as well.
      while let span = spans.first, page.document.range(span).end < match.range.start {
        spans.removeFirst()
      }
      if let span = spans.first, page.document.range(span).start < match.range.end { continue }
      if isSpan(open, in: page) { continue }
      report(
        Finding(
          match.range, "the link `\(page.text(match.range))` has its brackets swapped",
          help: "write the text in brackets and the address in parentheses",
          fix: Fix(
            title: "swap the brackets", replacing: match.range,
            with: "[\(page.text(text))](\(page.text(target)))", applicability: .safe)))
    }
  }

  private struct Match {
    let range: ByteRange
    let text: ByteRange
    let destination: ByteRange
  }

  private func match(around open: Int, from limit: Int, in bytes: [UInt8]) -> Match? {
    var start = open - 2
    scan: while start >= limit {
      switch bytes[start] {
      case UInt8(ascii: "("): break scan
      case UInt8(ascii: ")"), 0x0A, 0x0D: return nil
      default: start -= 1
      }
    }
    guard start >= limit, start < open - 2 else { return nil }
    // A backslash takes the parenthesis its meaning; and a match takes the byte in front of it.
    if start > 0, bytes[start - 1] == UInt8(ascii: "\\") { return nil }
    let first = open + 1
    guard first < bytes.count, bytes[first] != UInt8(ascii: "^") else { return nil }
    var end = first
    scan: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "]"): break scan
      case 0x0A, 0x0D: return nil
      default: end += 1
      }
    }
    guard end < bytes.count, end > first else { return nil }
    if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "(") { return nil }
    return Match(
      range: ByteRange(start, end + 1), text: ByteRange(start + 1, open - 1),
      destination: ByteRange(first, end))
  }

  /// Whether the bracket begins a span with attributes (`[text]{.class}`).
  private func isSpan(_ open: Int, in page: MarkdownPage) -> Bool {
    page.nodes(.span).contains { page.document.range($0).start == open }
  }
}

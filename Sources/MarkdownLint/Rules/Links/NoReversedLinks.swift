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
    .bad("[a](a.md) and [b]⟦(b.md)[c]⟧\n"),
    .bad("> ⟦(précis)[é.md]⟧\n", fixed: "> [précis](é.md)\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let bytes = page.cleared
    var literal: Literal?
    var at = page.firstLine < page.lineCount ? page.lines.start(ofLine: page.firstLine) : 0
    /// Where the last match ended: the next may not begin before.
    var done = at
    while let open = ByteSearch.first(UInt8(ascii: "["), in: bytes, from: at) {
      at = open + 1
      guard open > done, bytes[open - 1] == UInt8(ascii: ")") else { continue }
      guard let match = match(around: open, from: done, in: bytes) else { continue }
      var places = literal.take() ?? Literal(page)
      defer { literal = places }
      if places.holdsLine(at: open, page) { continue }
      done = match.range.end
      at = done
      let (text, target) = (match.text, match.destination)
      guard bytes[text.end - 1] != UInt8(ascii: "\\"), bytes[target.end - 1] != UInt8(ascii: "\\")
      else { continue }
      if places.touches(match.range, page) || isSpan(open, in: page) { continue }
      // What stands in front may be a link that is right as it is: a person should look.
      let isBehindBracket =
        match.range.start > 0 && bytes[match.range.start - 1] == UInt8(ascii: "]")
      report(
        Finding(
          match.range,
          "the link `\(MarkdownPage.code(page.text(match.range)))` has its brackets swapped",
          help: "write the text in brackets and the address in parentheses",
          fix: isBehindBracket
            ? nil
            : Fix(
              title: "swap the brackets", replacing: match.range,
              with: "[\(page.text(text))](\(page.text(target)))", applicability: .safe)))
    }
  }

  /// Code, math and templates, which are asked for in the order of the text.
  private struct Literal {
    private var inlines: ArraySlice<NodeID>
    private var blocks: ArraySlice<NodeID>

    init(_ page: MarkdownPage) {
      inlines = page.nodes(.codeSpan, .math, .template, .role, .citation)[...]
      blocks = page.nodes(.mathBlock, .templateBlock, .comment, .attributeLine)[...]
    }

    /// Whether the line with an offset is part of a block of it.
    mutating func holdsLine(at offset: Int, _ page: MarkdownPage) -> Bool {
      let line = page.lines.line(at: offset)
      if !page.flags(ofLine: line).isDisjoint(with: .code) { return true }
      while let block = blocks.first, page.lastLine(of: block) < line { blocks.removeFirst() }
      return blocks.first.map { page.line(of: $0) <= line } ?? false
    }

    /// Whether a range overlaps some of it; what ends right in front counts as well.
    mutating func touches(_ range: ByteRange, _ page: MarkdownPage) -> Bool {
      while let node = inlines.first, page.document.range(node).end < range.start {
        inlines.removeFirst()
      }
      return inlines.first.map { page.document.range($0).start < range.end } ?? false
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
    let spans = page.nodes(.span)
    let place = spans.partitionPoint { page.document.range($0).start < open }
    return place < spans.endIndex && page.document.range(spans[place]).start == open
  }
}

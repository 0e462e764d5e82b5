import Markdown
import SourceCore

/// Flags addresses that stand in the text without angle brackets.
struct NoBareUrls: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-bare-urls", alias: "MD034",
    summary: "An address stands in the text without brackets.",
    why: "Many Markdown tools do not turn a bare address into a link.",
    severity: .warning, source: "markdownlint MD034", isOnByDefault: false,
    tags: ["links", "url"])
  static let examples: [Example] = [
    .good("See <https://example.org/> for more.\n"),
    .good("The address `https://example.org/` is code.\n"),
    .good("Write to <office@example.org>.\n"),
    .good("<a href=\"x\">https://example.org/</a>\n"),
    .bad(
      "See ⟦https://example.org/a_b⟧ for more.\n",
      fixed: "See <https://example.org/a_b> for more.\n"),
    .bad("Écrire à ⟦office@example.org⟧.\n", fixed: "Écrire à <office@example.org>.\n"),
    .bad("Go to ⟦www.example.org⟧.\n", fixed: "Go to [www.example.org](http://www.example.org).\n"),
    .bad("> - *⟦http://example.org⟧*\n", fixed: "> - *<http://example.org>*\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let document = page.document
    var leaf: LeafBrackets?
    for node in page.nodes(.autolink) {
      let range = document.range(node)
      guard isBare(range, page.source) else { continue }
      var brackets =
        leaf.flatMap { node < $0.end ? $0 : nil } ?? LeafBrackets(page.leaf(of: node), in: page)
      let isOutside = brackets.isOutside(node, in: page)
      leaf = brackets
      guard isOutside, !isInAngles(node, document) else { continue }
      let first = page.source[range.start]
      let text = page.text(range)
      let isWWW = first == UInt8(ascii: "w") && page.source[range.start + 3] == UInt8(ascii: ".")
      let isNameOnly = isWWW && !document.destination(node).hasPrefix("mailto:")
      report(
        Finding(
          range, "the address `\(text)` stands in the text as it is",
          help: "write it in angle brackets, or as a link with a text",
          fix: isBehindLabel(range, page.source)
            ? nil
            : Fix(
              title: isNameOnly ? "make it a link" : "write it in angle brackets",
              replacing: range,
              with: isNameOnly ? "[\(text)](http://\(text))" : "<\(text)>",
              applicability: .safe)))
    }
  }

  /// Whether an address stands behind `[label]:`, with which angle brackets would define a link.
  private func isBehindLabel(_ range: ByteRange, _ source: [UInt8]) -> Bool {
    var at = range.start
    while at > 0, source[at - 1] <= 0x20 { at -= 1 }
    return at > 1 && source[at - 1] == UInt8(ascii: ":") && source[at - 2] == UInt8(ascii: "]")
  }

  /// Whether an address is written without angle brackets; markdownlint does not know `ftp:`.
  private func isBare(_ range: ByteRange, _ source: [UInt8]) -> Bool {
    let first = source[range.start]
    if first == UInt8(ascii: "<") { return false }
    let isFTP =
      first | 0x20 == UInt8(ascii: "f") && range.count > 4
      && source[range.start + 3] == UInt8(ascii: ":")
    return !isFTP
  }

  /// Whether `<` and `>` stand around it which make no autolink, as around `www.example.org`.
  private func isInAngles(_ node: NodeID, _ document: Document) -> Bool {
    let range = document.range(node)
    let previous = NodeID(Int(node.index) - 1)
    let next = document.end(node)
    guard Int(next.index) < document.nodeCount, document.kind(previous) == .text,
      document.kind(next) == .text, document.parent(previous) == document.parent(node),
      document.parent(next) == document.parent(node),
      document.range(previous).end == range.start, document.range(next).start == range.end
    else { return false }
    return document.source[range.start - 1] == UInt8(ascii: "<")
      && document.source[range.end] == UInt8(ascii: ">")
  }
}

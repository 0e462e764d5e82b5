import Markdown
import SourceCore

/// Flags a code fence of tildes where others are of backticks, or the other way round.
struct CodeFenceStyle: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/code-fence-style", alias: "MD048",
    summary: "A code fence is of another character than the style asks for.",
    why: "One kind of fence throughout makes a file easier to read, to search and to change.",
    severity: .warning, source: "markdownlint MD048", isOnByDefault: false, tags: ["code"])
  static let options = [
    RuleOption(
      "style", .choice(["backtick", "consistent", "tilde"], default: "consistent"),
      "which character; with `consistent` that of the first fence")
  ]
  static let examples: [Example] = [
    .good("```r\nsummary(x)\n```\n\n```r\nhead(x)\n```\n"),
    .good("~~~r\nsummary(x)\n~~~\n\n~~~r\nhead(x)\n~~~\n"),
    .good("~~~r\nsummary(x)\n~~~\n", options: ["style": .text("tilde")]),
    .bad("```r\nsummary(x)\n```\n\n⟦~~~⟧r\nhead(x)\n~~~\n"),
    .bad("~~~r\nsummary(x)\n~~~\n\n⟦```⟧r\nhead(x)\n```\n"),
    .bad("⟦~~~~⟧r\nsummary(x)\n~~~~\n", options: ["style": .text("backtick")]),
  ]

  private let style: KeptStyle

  init(_ options: RuleOptionValues) { style = KeptStyle(options) }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var style = style
    for block in page.nodes(.codeBlock) {
      guard let fence = page.document.fence(block) else { continue }
      let actual = fence.marker == UInt8(ascii: "~") ? "tilde" : "backtick"
      guard let expected = style.other(than: actual) else { continue }
      report(
        Finding(
          ByteRange(fence.opening.start, fence.opening.start + fence.length),
          "the fence is of \(actual)s"
            + (style.isConsistent ? " where the first one is of \(expected)s" : ""),
          help: actual == "tilde" ? "write backticks" : "write tildes"))
    }
  }
}

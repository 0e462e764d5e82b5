import Markdown
import SourceCore

/// Flags a code block that is fenced where others are indented, or the other way round.
struct CodeBlockStyle: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/code-block-style", alias: "MD046",
    summary:
      "A code block is indented where others are fenced, or fenced where others are indented.",
    why:
      "Indented code cannot name its language and is easily made by accident; where both kinds "
      + "stand in one file, a reader cannot tell what was meant.",
    severity: .warning, source: "markdownlint MD046", isOnByDefault: false, tags: ["code"])
  static let options = [
    RuleOption(
      "style", .choice(["consistent", "fenced", "indented"], default: "consistent"),
      "which kind; with `consistent` that of the first block")
  ]
  static let examples: [Example] = [
    .good("```r\nsummary(x)\n```\n\nText.\n\n```r\nhead(x)\n```\n"),
    .good("Text.\n\n    summary(x)\n\nText.\n\n    head(x)\n"),
    .good("```r\nsummary(x)\n```\n", options: ["style": .text("fenced")]),
    .bad("```r\nsummary(x)\n```\n\nText.\n\n    ⟦head(x)⟧\n"),
    .bad("Text.\n\n    summary(x)\n\n⟦```r⟧\nhead(x)\n```\n"),
    .bad("Text.\n\n    ⟦summary(x)⟧\n", options: ["style": .text("fenced")]),
  ]

  private let style: KeptStyle

  init(_ options: RuleOptionValues) { style = KeptStyle(options) }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var style = style
    for block in page.nodes(.codeBlock) {
      let fence = page.document.fence(block)
      let actual = fence == nil ? "indented" : "fenced"
      guard let expected = style.other(than: actual) else { continue }
      let range = page.document.range(block)
      let line = page.content(ofLine: page.lines.line(at: range.start))
      report(
        Finding(
          fence?.opening ?? ByteRange(range.start, min(range.end, line.end)),
          "the code block is \(actual)"
            + (style.isConsistent ? " where the first one is \(expected)" : ""),
          help: actual == "fenced" ? "indent the code by four spaces" : "put it between fences"))
    }
  }
}

import Markdown
import SourceCore

/// Flags a thematic break that is written in another way than the style asks for.
struct HrStyle: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/hr-style", alias: "MD035",
    summary: "A thematic break is written in another way than the style asks for.",
    why: "Breaks that are all written alike are found by eye and by search.",
    severity: .warning, source: "markdownlint MD035", isOnByDefault: false, tags: ["hr"])
  static let options = [
    RuleOption(
      "style", .text(default: "consistent"),
      "how a break is written; with `consistent` as the first one")
  ]
  static let examples: [Example] = [
    .good("One.\n\n---\n\nTwo.\n\n---\n"),
    .good("One.\n\n* * *\n\nTwo.\n\n* * *\n"),
    .good("One.\n\n***\n", options: ["style": .text("***")]),
    .bad("One.\n\n---\n\nTwo.\n\n⟦***⟧\n"),
    .bad("One.\n\n---\n\nTwo.\n\n⟦-----⟧\n"),
    .bad("One.\n\n⟦***⟧\n", options: ["style": .text("---")]),
  ]

  private let style: [UInt8]?

  init(_ options: RuleOptionValues) {
    var text = options.text("style")[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    style = text == "consistent" || options.text("style").isEmpty ? nil : Array(text.utf8)
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var expected = style
    for node in page.nodes(.thematicBreak) {
      let range = page.document.range(node)
      let actual = page.source[range.indices]
      guard let wanted = expected else {
        expected = Array(actual)
        continue
      }
      guard !actual.elementsEqual(wanted) else { continue }
      let text = String(decoding: wanted, as: UTF8.self)
      report(
        Finding(
          range,
          "the break is written `\(page.text(range))` where `\(text)` is "
            + (style == nil ? "used before" : "the style"),
          help: "write `\(text)`"))
    }
  }
}

import Markdown
import SourceCore

/// Flags HTML elements.
struct NoInlineHtml: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-inline-html", alias: "MD033",
    summary: "HTML stands where Markdown is expected.",
    why: "HTML is not shown by every tool that reads Markdown, and it is hard to translate.",
    severity: .warning, source: "markdownlint MD033", isOnByDefault: false, tags: ["html"])
  static let options = [
    RuleOption("allowed_elements", .texts(default: []), "elements that may be used"),
    RuleOption(
      "table_allowed_elements", .texts(default: []),
      "elements that may be used in tables; where it is not set, those of `allowed_elements`"),
  ]
  static let examples: [Example] = [
    .good("Text with `<b>` in code and <!-- a comment -->.\n"),
    .good("Press <kbd>Enter</kbd>.\n", options: ["allowed_elements": .texts(["KBD"])]),
    .good("| a |\n| - |\n| one<br>two |\n", options: ["table_allowed_elements": .texts(["br"])]),
    .good("```html\n<b>bold</b>\n```\n"),
    .bad("Text in ⟦<b>⟧bold</b>.\n"),
    .bad("⟦<div class=\"é\">⟧\n\n⟦<p>⟧text</p>\n\n</div>\n"),
    .bad("A line⟦<br>⟧break.\n", options: ["table_allowed_elements": .texts(["br"])]),
    .bad("<kbd>\n⟦<b>⟧a</b> `<i>`\n</kbd>\n", options: ["allowed_elements": .texts(["kbd"])]),
  ]

  private let allowed: Set<String>
  private let allowedInTables: Set<String>

  init(_ options: RuleOptionValues) {
    allowed = Set(options.texts("allowed_elements").map { $0.lowercased() })
    allowedInTables =
      options.isSet("table_allowed_elements")
      ? Set(options.texts("table_allowed_elements").map { $0.lowercased() }) : allowed
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    page.forEachTag { tag in
      guard !tag.isClosing else { return }
      let name = page.text(tag.name)
      let allowed = tag.isInTable ? allowedInTables : allowed
      if !allowed.isEmpty, allowed.contains(name.lowercased()) { return }
      report(
        Finding(
          tag.range, "the element `\(MarkdownPage.code(name))` is HTML",
          help: "say it in Markdown, or allow the element"))
    }
  }
}

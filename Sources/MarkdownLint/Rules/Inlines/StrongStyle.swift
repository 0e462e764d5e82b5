import Markdown
import SourceCore

/// Flags strong text that is marked with another character than the rest.
struct StrongStyle: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/strong-style", alias: "MD050",
    summary: "Strong text is marked in two ways.",
    why: "One way of writing makes sources easier to read and to search.",
    severity: .warning, source: "markdownlint MD050", isOnByDefault: false, tags: ["emphasis"])
  static let options = [
    RuleOption(
      "style", .choice(["consistent", "asterisk", "underscore"], default: "consistent"),
      "the marker; `consistent` takes the first that the page uses")
  ]
  static let examples: [Example] = [
    .good("One **word** and **another**.\n"),
    .good("One __word__ and *emphasis*.\n"),
    .good("In a **w**ord.\n", options: ["style": .text("underscore")]),
    .bad("One **word** and ⟦__another__⟧.\n", fixed: "One **word** and **another**.\n"),
    .bad(
      "Un ⟦**mot**⟧ élevé.\n", fixed: "Un __mot__ élevé.\n",
      options: ["style": .text("underscore")]),
    .bad(
      "> One ⟦__⟧word\n> here⟦__⟧.\n", fixed: "> One **word\n> here**.\n",
      options: ["style": .text("asterisk")]),
  ]

  private let style: String

  init(_ options: RuleOptionValues) { style = options.text("style") }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    MarkerStyle(style: style, length: 2).check(.strong, in: page, report: report)
  }
}

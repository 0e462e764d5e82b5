import Markdown
import SourceCore

/// Flags emphasis that is marked with another character than the rest.
struct EmphasisStyle: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/emphasis-style", alias: "MD049",
    summary: "Emphasis is marked in two ways.",
    why: "One way of writing makes sources easier to read and to search.",
    severity: .warning, source: "markdownlint MD049", isOnByDefault: false, tags: ["emphasis"])
  static let options = [
    RuleOption(
      "style", .choice(["consistent", "asterisk", "underscore"], default: "consistent"),
      "the marker; `consistent` takes the first that the page uses")
  ]
  static let examples: [Example] = [
    .good("One *word* and *another*.\n"),
    .good("One _word_ and __strong__.\n"),
    .good("In a *w*ord.\n", options: ["style": .text("underscore")]),
    .bad("One *word* and ⟦_another_⟧.\n", fixed: "One *word* and *another*.\n"),
    .bad(
      "Un ⟦*mot*⟧ élevé.\n", fixed: "Un _mot_ élevé.\n",
      options: ["style": .text("underscore")]),
    .bad(
      "> One ⟦_⟧word\n> here⟦_⟧.\n", fixed: "> One *word\n> here*.\n",
      options: ["style": .text("asterisk")]),
  ]

  private let style: String

  init(_ options: RuleOptionValues) { style = options.text("style") }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    MarkerStyle(style: style, length: 1).check(.emphasis, in: page, report: report)
  }
}

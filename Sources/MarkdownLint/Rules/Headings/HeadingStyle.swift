import SourceCore

/// Flags headings that are written in another way than asked for, or than the page's first.
struct HeadingStyle: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/heading-style", alias: "MD003",
    summary: "Headings are written in different ways.",
    why: "A page that is written in one way throughout is easier to edit and to search.",
    severity: .warning, source: "markdownlint MD003", isOnByDefault: false, tags: ["headings"])
  static let options = [
    RuleOption(
      "style",
      .choice(
        ["consistent", "atx", "atx_closed", "setext", "setext_with_atx", "setext_with_atx_closed"],
        default: "consistent"), "how headings are to be written")
  ]
  static let examples: [Example] = [
    .good("# Prices\n\n## Weights\n"),
    .good("Prices\n======\n\n### Sources\n", options: ["style": .text("setext_with_atx")]),
    .good("# Prices #\n\n## Weights ##\n"),
    .bad("# Prices\n\n⟦Weights\n-------⟧\n"),
    .bad("# Prices\n\n⟦## Weights ##⟧\n"),
    .bad("⟦# Prices⟧\n\nWeights\n-------\n", options: ["style": .text("setext")]),
    .bad(
      "⟦# Prices⟧\n\n⟦### Sources⟧\n", options: ["style": .text("setext_with_atx_closed")]),
  ]

  private let style: String

  init(_ options: RuleOptionValues) { style = options.text("style") }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var style = Heading.Style(rawValue: style)
    for heading in page.headings {
      let expected: Heading.Style
      switch self.style {
      case "setext_with_atx": expected = heading.level <= 2 ? .setext : .atx
      case "setext_with_atx_closed": expected = heading.level <= 2 ? .setext : .atxClosed
      default:
        expected = style ?? heading.style
        style = expected
      }
      guard heading.style != expected else { continue }
      report(
        Finding(
          place(of: heading, in: page),
          "this heading has \(Self.name(heading.style)), where \(Self.name(expected)) is asked for",
          help: "write it as `\(Self.sample(expected))`"))
    }
  }

  private func place(of heading: Heading, in page: MarkdownPage) -> ByteRange {
    ByteRange(heading.range.start, Whitespace.trimmedEnd(heading.range, in: page.source))
  }

  private static func name(_ style: Heading.Style) -> String {
    switch style {
    case .atx: "`#` in front of it"
    case .atxClosed: "`#` in front of it and behind it"
    case .setext: "a line below it"
    }
  }

  private static func sample(_ style: Heading.Style) -> String {
    switch style {
    case .atx: "## Heading"
    case .atxClosed: "## Heading ##"
    case .setext: "Heading⏎-------"
    }
  }
}

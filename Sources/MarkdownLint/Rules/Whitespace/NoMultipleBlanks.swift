import SourceCore

/// Flags blank lines beyond one in a row, outside code.
struct NoMultipleBlanks: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-multiple-blanks", alias: "MD012",
    summary: "Several blank lines follow each other.",
    why:
      "One blank line separates blocks; more change nothing that a reader sees, and make changes "
      + "harder to compare.",
    severity: .warning, source: "markdownlint MD012", isOnByDefault: false,
    tags: ["whitespace", "blank_lines"])
  static let options = [
    RuleOption("maximum", .number(1...100, default: 1), "how many blank lines may stand in a row")
  ]
  static let examples: [Example] = [
    .good("One paragraph.\n\nAnother.\n"),
    .good("```text\na\n\n\nb\n```\n"),
    .bad("One paragraph.\n\n⟦\n⟧Another.\n", fixed: "One paragraph.\n\nAnother.\n"),
  ]

  private let maximum: Int

  init(_ options: RuleOptionValues) { maximum = options.number("maximum") }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    var count = 0
    for line in page.firstLine..<page.lineCount {
      let flags = page.flags(ofLine: line)
      // The text behind a final line ending is a blank line to markdownlint.
      guard flags.contains(.blank), flags.isDisjoint(with: .code) else {
        count = 0
        continue
      }
      count += 1
      guard count > maximum else { continue }
      let range = page.lines.range(ofLine: line)
      let bytes = ByteRange(range.lowerBound, range.upperBound)
      report(
        Finding(
          bytes, "this is blank line \(count) in a row, and at most \(maximum) may be",
          help: "delete it",
          fix: Fix(title: "delete the line", replacing: bytes, with: "", applicability: .safe)))
    }
  }
}

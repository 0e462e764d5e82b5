import SourceCore

/// Flags blank lines beyond one in a row, outside code.
struct NoMultipleBlanks: DenseRule {
  static let info = RuleInfo(
    id: "markdown/no-multiple-blanks", alias: "MD012",
    summary: "Several blank lines follow each other.",
    why:
      "One blank line separates blocks; more change nothing that a reader sees, and make changes "
      + "harder to compare.",
    severity: .warning, source: "markdownlint MD012", isOnByDefault: false,
    tags: ["whitespace", "blank_lines"])
  static let options = [
    RuleOption("maximum", .number(1...1_000, default: 1), "how many blank lines may stand in a row")
  ]
  static let examples: [Example] = [
    .good("One paragraph.\n\nAnother.\n"),
    .good("```text\na\n\n\nb\n```\n"),
    .good("One paragraph.\n\n\nAnother.\n", options: ["maximum": .number(2)]),
    .bad("One paragraph.\n\n⟦\n⟧Another.\n", fixed: "One paragraph.\n\nAnother.\n"),
    .bad("One paragraph.\n\n⟦ \n⟧⟦\n⟧Another.\n", fixed: "One paragraph.\n\nAnother.\n"),
    .bad("The end.\n\n⟦⟧", fixed: "The end.\n"),
  ]

  private let maximum: Int

  init(_ options: RuleOptionValues) { maximum = options.number("maximum") }

  func check(_ page: MarkdownPage, report: DenseReport) {
    var count = 0
    // The text behind a final line ending is a blank line to markdownlint.
    for line in page.firstLine..<page.lineCount {
      guard isBlank(line, page), page.flags(ofLine: line).isDisjoint(with: .code) else {
        count = 0
        continue
      }
      count += 1
      guard count > maximum else { continue }
      let whole = page.lines.range(ofLine: line)
      let range = ByteRange(whole.lowerBound, whole.upperBound)
      report(range, finding(range, line, count, page))
    }
  }

  private func finding(_ range: ByteRange, _ line: Int, _ count: Int, _ page: MarkdownPage)
    -> Finding
  {
    // The last line has no ending that could be taken away, so each takes the one before it.
    let surplus = ByteRange(page.content(ofLine: line - 1).end, page.content(ofLine: line).end)
    return Finding(
      range, "this is blank line \(count) in a row, and at most \(maximum) may be",
      help: "delete it",
      fix: Fix(title: "delete the line", replacing: surplus, with: "", applicability: .safe))
  }

  /// Whether a line holds nothing but whitespace, of which that inside comments is none.
  private func isBlank(_ line: Int, _ page: MarkdownPage) -> Bool {
    let content = page.content(ofLine: line)
    if content.isEmpty { return true }
    let first = page.cleared[content.start]
    guard first <= 0x20 || first >= 0x80 else { return false }
    return Whitespace.isBlank(content, in: page.cleared)
  }
}

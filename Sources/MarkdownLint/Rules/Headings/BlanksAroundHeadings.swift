import SourceCore

/// Flags headings without blank lines above or below.
struct BlanksAroundHeadings: DenseRule {
  static let info = RuleInfo(
    id: "markdown/blanks-around-headings", alias: "MD022",
    summary: "A heading has no blank line above or below it.",
    why: "Some tools take a heading without blank lines around it for text.",
    severity: .warning, source: "markdownlint MD022", isOnByDefault: false,
    tags: ["headings", "blank_lines"])
  static let options = [
    RuleOption(
      "lines_above", .numbers(default: [1]), "blank lines above; one number for each level, or one"),
    RuleOption(
      "lines_below", .numbers(default: [1]), "blank lines below; one number for each level, or one"),
  ]
  static let examples: [Example] = [
    .good("# Prices\n\nA text.\n\n## Weights\n\nMore text.\n"),
    .good("A text.\n<!-- a comment -->\n# Prices\n\nMore text.\n"),
    .good("# Prices\nA text.\n", options: ["lines_below": .number(0)]),
    .good("A text.\n# Prices\n\nMore text.\n", options: ["lines_above": .numbers([-1, 2])]),
    .bad("# ⟦Prices⟧\nA text.\n", fixed: "# Prices\n\nA text.\n"),
    .bad("A text.\n# ⟦Prices⟧\n\nMore text.\n", fixed: "A text.\n\n# Prices\n\nMore text.\n"),
    .bad("> A text.\n> # ⟦Prices⟧\n", fixed: "> A text.\n>\n> # Prices\n"),
    .bad(
      "A text.\n\n# ⟦Prices⟧\n\nMore text.\n", fixed: "A text.\n\n\n# Prices\n\nMore text.\n",
      options: ["lines_above": .number(2)]),
  ]

  private let above: [Int]
  private let below: [Int]

  init(_ options: RuleOptionValues) {
    above = Self.levels(options.numbers("lines_above"))
    below = Self.levels(options.numbers("lines_below"))
  }

  /// How many for each level: a single number holds for all, and where a list ends it is one.
  private static func levels(_ numbers: [Int]) -> [Int] {
    let limited = numbers.map { min($0, 100) }
    if limited.count == 1 { return Array(repeating: limited[0], count: 6) }
    return Array((limited + Array(repeating: 1, count: 6)).prefix(6))
  }

  func check(_ page: MarkdownPage, report: DenseReport) {
    // Where a fix has put lines last: the heading below must not put its own there as well.
    var filled = -1
    for heading in page.headings {
      let above = above[heading.level - 1]
      let below = below[heading.level - 1]
      if above >= 0 {
        var count = 0
        while count < above, page.separates(heading.line - 1 - count) { count += 1 }
        if count < above {
          report(
            heading.place,
            Self.finding(
              heading, count, above, "above",
              filled == heading.line || page.isBelowBareMarker(heading.node)
                ? nil
                : fix(
                  above - count, at: page.content(ofLine: heading.line).start,
                  beside: heading.line - 1, in: page)))
        }
      }
      if below >= 0 {
        var count = 0
        while count < below, page.separates(heading.lastLine + 1 + count) { count += 1 }
        if count < below {
          let next = heading.lastLine + 1
          filled = next
          report(
            heading.place,
            Self.finding(
              heading, count, below, "below",
              fix(below - count, at: page.lines.start(ofLine: next), beside: next, in: page)))
        }
      }
    }
  }

  private static func finding(
    _ heading: Heading, _ count: Int, _ expected: Int, _ side: String, _ fix: Fix?
  ) -> Finding {
    Finding(
      heading.place,
      "\(count == 0 ? "no" : "only \(count)") blank \(count > 1 ? "lines stand" : "line stands") "
        + "\(side) this heading" + (expected > 1 ? ", where \(expected) should" : ""),
      help: expected > 1
        ? "leave \(expected) blank lines \(side) it" : "leave a blank line \(side) it",
      fix: fix)
  }

  private func fix(_ count: Int, at offset: Int, beside line: Int, in page: MarkdownPage) -> Fix {
    let empty = page.emptyLine(beside: line) + page.lines.lineEnding
    return Fix(
      title: count > 1 ? "insert \(count) blank lines" : "insert a blank line",
      replacing: ByteRange(offset, offset), with: String(repeating: empty, count: count),
      applicability: .safe)
  }
}

import SourceCore

/// Flags headings that end with punctuation.
struct NoTrailingPunctuation: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-trailing-punctuation", alias: "MD026",
    summary: "A heading ends with punctuation.",
    why: "A heading is a name, not a sentence.",
    severity: .warning, source: "markdownlint MD026", isOnByDefault: false, tags: ["headings"])
  static let options = [
    RuleOption(
      "punctuation", .text(default: ".,;:!。，；：！"), "characters that no heading may end with")
  ]
  static let examples: [Example] = [
    .good("# Prices\n\n## What is a weight?\n"),
    .good("# Prices &amp; weights &copy;\n\n## Wave :wave:\n"),
    .good("# Prices.\n", options: ["punctuation": .text("")]),
    .bad("# Prices⟦.⟧\n", fixed: "# Prices\n"),
    .bad("Prices and\nweights⟦ !!⟧\n-------\n", fixed: "Prices and\nweights\n-------\n"),
    .bad("# Prices⟦\\!⟧\n", fixed: "# Prices\n"),
    .bad("## 物价⟦。⟧ ##\n", fixed: "## 物价 ##\n"),
    .bad("# Prices⟦?⟧\n", fixed: "# Prices\n", options: ["punctuation": .text("?")]),
  ]

  private let characters: [[UInt8]]

  init(_ options: RuleOptionValues) {
    characters = options.text("punctuation").unicodeScalars.map { Array(String($0).utf8) }
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for heading in page.headings {
      // Only the last line of the text can be mended.
      let line = page.content(
        ofLine: page.lines.line(at: max(heading.text.start, heading.text.end - 1)))
      let text = ByteRange(max(line.start, heading.text.start), heading.text.end)
      var start = text.end
      while let next = punctuation(endingAt: start, from: text.start, in: page.source) {
        start = next
      }
      guard start < text.end, !TextEnd.isReference(text, in: page.source) else { continue }
      // A backslash that makes text of the mark goes with it.
      let slashes = page.source[text.start..<start].reversed().prefix { $0 == 0x5C }.count
      start -= slashes % 2
      start = Whitespace.trimmedEnd(ByteRange(text.start, start), in: page.source)
      let place = ByteRange(start, text.end)
      // An underline without text above it would be a rule.
      let leavesLine = !heading.opening.isEmpty || start > line.start
      let shown = page.text(ByteRange(Self.skipBlanks(place, page.source), text.end))
      report(
        Finding(
          place, "this heading ends with “\(shown)”", help: "leave it out",
          fix: leavesLine
            ? Fix(title: "take “\(shown)” away", replacing: place, with: "", applicability: .safe)
            : nil))
    }
  }

  private static func skipBlanks(_ range: ByteRange, _ source: [UInt8]) -> Int {
    var at = range.start
    while at < range.end {
      let blank = Whitespace.length(at: at, to: range.end, in: source)
      if blank == 0 { break }
      at += blank
    }
    return at
  }

  /// Where one of the characters starts that ends at `end`; nil where none does.
  private func punctuation(endingAt end: Int, from start: Int, in source: [UInt8]) -> Int? {
    guard end > start else { return nil }
    for character in characters where end - character.count >= start {
      if source[(end - character.count)..<end].elementsEqual(character) {
        return end - character.count
      }
    }
    return nil
  }
}

import SourceCore

/// Flags `#` at the start of a line with no blank behind them.
struct NoMissingSpaceAtx: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-missing-space-atx", alias: "MD018",
    summary: "A heading has no blank behind its `#`.",
    why: "Without the blank it is no heading at all, but a line of text that begins with `#`.",
    severity: .warning, source: "markdownlint MD018", tags: ["headings", "atx", "spaces"])
  static let examples: [Example] = [
    .good("# Prices\n\n## Weights\n"),
    .good("```sh\n#no heading\n```\n\n    #none either\n"),
    .good("Issue\n\\#12 is closed.\n\n#\n\n#️⃣ is an emoji.\n\n#Closed#\n"),
    .bad("⟦#P⟧rices\n", fixed: "# Prices\n"),
    .bad("# Prices\n\n⟦##W⟧eights\n", fixed: "# Prices\n\n## Weights\n"),
    .bad("A text and\n⟦#é⟧tat\n", fixed: "A text and\n# état\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let hash = UInt8(ascii: "#")
    for line in page.firstLine..<page.lineCount {
      let flags = page.flags(ofLine: line)
      guard flags.contains(.hash), flags.isDisjoint(with: [.fencedCode, .indentedCode, .html])
      else {
        continue
      }
      let content = page.content(ofLine: line)
      // In a comment it is none.
      guard page.cleared[content.start] == hash else { continue }
      var index = content.start
      while index < content.end, page.cleared[index] == hash { index += 1 }
      guard index < content.end, page.cleared[index] != 0x20, page.cleared[index] != 0x09 else {
        continue
      }
      let end = Whitespace.trimmedEnd(content, in: page.cleared)
      if page.cleared[end - 1] == hash || isKeycap(page.source, content) { continue }
      let marks = String(decoding: page.source[content.start..<index], as: UTF8.self)
      var next = index + 1
      while next < content.end, page.source[next] & 0xC0 == 0x80 { next += 1 }
      report(
        Finding(
          ByteRange(content.start, next), "no blank follows `\(marks)`, so this is no heading",
          help: "put a blank behind `\(marks)`",
          fix: Fix(
            title: "put a blank behind `\(marks)`", replacing: ByteRange(index, index), with: " ",
            applicability: .safe)))
    }
  }

  /// Whether a line begins with the emoji of a key with a `#`.
  private func isKeycap(_ source: [UInt8], _ line: ByteRange) -> Bool {
    source[line.indices].starts(with: "#\u{FE0F}\u{20E3}".utf8)
  }
}

import Markdown
import SourceCore

/// Flags blanks at the edges of a link's text.
struct NoSpaceInLinks: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-space-in-links", alias: "MD039",
    summary: "A link's text begins or ends with a blank.",
    why: "The blank is underlined and read out as part of the link.",
    severity: .warning, source: "markdownlint MD039", isOnByDefault: false,
    tags: ["whitespace", "links"])
  static let examples: [Example] = [
    .good("See [the guide](guide.md).\n"),
    .good("See ![ a figure ](figure.png).\n"),
    .good("An [ unknown ] label.\n"),
    .bad("See [⟦ ⟧the guide](guide.md).\n", fixed: "See [the guide](guide.md).\n"),
    .bad("Voir [⟦  ⟧l’été⟦ ⟧](été.md).\n", fixed: "Voir [l’été](été.md).\n"),
    .bad(
      "See [the guide⟦ ⟧][guide].\n\n[guide]: guide.md\n",
      fixed: "See [the guide][guide].\n\n[guide]: guide.md\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for node in page.nodes(.link) {
      let text = LinkParts.text(of: node, in: page.document)
      guard !text.isEmpty,
        mayBeBlank(page.source[text.start])
          || mayBeBlank(page.source[text.end - 1])
      else { continue }
      let start = Whitespace.length(at: text.start, to: text.end, in: page.source) > 0
      let end = Whitespace.trimmedEnd(text, in: page.source) < text.end
      guard start || end else { continue }
      if start { reportStart(text, page, report) }
      if end { reportEnd(text, page, report) }
    }
  }

  private func reportStart(_ text: ByteRange, _ page: MarkdownPage, _ report: (Finding) -> Void) {
    var at = text.start
    while at < text.end, !isLineEnding(page.source[at]) {
      let length = Whitespace.length(at: at, to: text.end, in: page.source)
      if length == 0 { break }
      at += length
    }
    if at > text.start {
      report(finding(ByteRange(text.start, at), "begins", isFixed: true))
    } else {
      // The text begins with a line ending: what is found is where the next line starts.
      let next = page.lines.start(ofLine: page.lines.line(at: text.start) + 1)
      report(finding(ByteRange(next, next), "begins", isFixed: false))
    }
  }

  private func reportEnd(_ text: ByteRange, _ page: MarkdownPage, _ report: (Finding) -> Void) {
    let blanks = Whitespace.trimmedEnd(text, in: page.source)
    var start = text.end
    while start > blanks, !isLineEnding(page.source[start - 1]) { start -= 1 }
    if start < text.end {
      // A text of blanks alone is flagged and mended once, at its start.
      let isMended = start == text.start
      report(finding(ByteRange(start, text.end), "ends", isFixed: !isMended))
    } else {
      let line = max(page.lines.line(at: text.end) - 1, 0)
      let content = page.content(ofLine: line)
      report(finding(ByteRange(content.end, text.end), "ends", isFixed: false))
    }
  }

  private func finding(_ range: ByteRange, _ verb: String, isFixed: Bool) -> Finding {
    Finding(
      range, "the link's text \(verb) with a blank", help: "take the blank out of the brackets",
      fix: isFixed
        ? Fix(title: "delete the blank", replacing: range, with: "", applicability: .safe) : nil)
  }

  /// Whether a byte may be part of a blank, of Unicode's too.
  private func mayBeBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0x80 }

  private func isLineEnding(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

import SourceCore

/// Flags a line with `#` around it that lacks a blank inside them.
struct NoMissingSpaceClosedAtx: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-missing-space-closed-atx", alias: "MD020",
    summary: "A closed heading has no blank inside its `#`.",
    why:
      "Without the blank in front it is no heading, and without the one behind it the `#` at the "
      + "end are shown.",
    severity: .warning, source: "markdownlint MD020", isOnByDefault: false,
    tags: ["headings", "atx_closed", "spaces"])
  static let examples: [Example] = [
    .good("# Prices #\n\n## Weights ##\n"),
    .good("# Prices in C\\#\n\n#Prices\n"),
    .good("```sh\n#no heading#\n```\n"),
    .bad("⟦#P⟧rices#\n", fixed: "# Prices #\n"),
    .bad("## Weight⟦s##⟧\n", fixed: "## Weights ##\n"),
    .bad("⟦##W⟧eights ##\n", fixed: "## Weights ##\n"),
    .bad("## Weights \\⟦###⟧\n", fixed: "## Weights \\# ##\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for line in page.firstLine..<page.lineCount {
      let flags = page.flags(ofLine: line)
      guard flags.contains(.hash), flags.isDisjoint(with: [.fencedCode, .indentedCode, .html])
      else {
        continue
      }
      let content = page.content(ofLine: line)
      // In a comment it is none.
      guard page.cleared[content.start] == UInt8(ascii: "#"),
        let heading = ClosedHeadingLine(content, in: page.cleared),
        !heading.hasBlankBefore || !heading.hasBlankBehind
      else { continue }
      let place =
        heading.hasBlankBefore
        ? ByteRange(
          character(before: heading.closing.start, in: page.source), heading.closing.end)
        : ByteRange(content.start, character(behind: heading.text.start, in: page.source, content))
      report(
        Finding(
          place,
          "no blank stands between the `#` and the heading's text"
            + (heading.hasBlankBefore ? ", so they are shown" : ", so this is no heading"),
          help: "put a blank on each side of the text", fix: fix(heading, content)))
    }
  }

  private func fix(_ heading: ClosedHeadingLine, _ line: ByteRange) -> Fix {
    var edits: [Fix.Edit] = []
    let before = ByteRange(line.start + heading.level, heading.text.start)
    edits.append(Fix.Edit(before, " "))
    edits.append(
      Fix.Edit(
        ByteRange(heading.text.end, heading.closing.start), heading.isEscaped ? " \\# " : " "))
    if heading.closing.end < line.end {
      edits.append(Fix.Edit(ByteRange(heading.closing.end, line.end), ""))
    }
    return Fix(
      title: "put a blank on each side of the text", edits: edits, applicability: .safe)
  }

  private func character(before index: Int, in source: [UInt8]) -> Int {
    var at = index - 1
    while at > 0, source[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  private func character(behind index: Int, in source: [UInt8], _ line: ByteRange) -> Int {
    var at = index + 1
    while at < line.end, source[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }
}

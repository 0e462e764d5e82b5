import SourceCore

/// Flags a file whose last line has no line ending.
struct SingleTrailingNewline: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/single-trailing-newline", alias: "MD047",
    summary: "The last line has no line ending.",
    why: "Tools that join files, and Git's own output, expect that each line ends.",
    severity: .warning, source: "markdownlint MD047", isOnByDefault: false, tags: ["blank_lines"])
  static let examples: [Example] = [
    .good("The end.\n"),
    .good("The end.\n<!-- a comment -->"),
    .good("The end.\n  "),
    .bad("First.\n\nThe end⟦.⟧", fixed: "First.\n\nThe end.\n"),
    .bad("# 物价\n\n价格 ⟦📈⟧", fixed: "# 物价\n\n价格 📈\n"),
    .bad("- One\n- Two⟦ ⟧", fixed: "- One\n- Two \n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let last = page.lineCount - 1
    let content = page.content(ofLine: last)
    guard !page.isSeparator(last), !content.isEmpty else { return }
    var start = content.end - 1
    while start > content.start, page.source[start] & 0xC0 == 0x80 { start -= 1 }
    report(
      Finding(
        ByteRange(start, content.end), "the file ends without a line ending",
        help: "end the last line",
        fix: Fix(
          title: "end the line", replacing: ByteRange(content.end, content.end),
          with: page.lines.lineEnding, applicability: .safe)))
  }
}

import Markdown
import SourceCore

/// Flags blanks at the edges of code in text.
struct NoSpaceInCode: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-space-in-code", alias: "MD038",
    summary: "Code in text begins or ends with a blank.",
    why: "Readers cannot tell whether the blank is part of the code.",
    severity: .warning, source: "markdownlint MD038", isOnByDefault: false,
    tags: ["whitespace", "code"])
  static let examples: [Example] = [
    .good("Type `ls -l` now.\n"),
    .good("One backtick: `` ` ``.\n"),
    .good("One blank on each side, ` x `, is not shown; nothing but blanks, `  `, is.\n"),
    .bad("Type `⟦ ⟧ls` or `cd⟦  ⟧`.\n", fixed: "Type `ls` or `cd`.\n"),
    .bad("Élevé ``⟦  ⟧a ` b⟦  ⟧``.\n", fixed: "Élevé ``a ` b``.\n"),
    .bad("` ⟦ ⟧`` `\n", fixed: "` `` `\n"),
    .bad("> Type `⟦ ⟧ls\n> here`.\n", fixed: "> Type `ls\n> here`.\n"),
  ]

  init(_ options: RuleOptionValues) {}

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    let source = page.source
    for node in page.nodes(.codeSpan) {
      let code = CodeText(node, in: page.document)
      // Nearly all code neither begins nor ends with a blank.
      let first = source[code.inner.start]
      let last = source[code.inner.end - 1]
      guard first <= 0x20 || first >= 0xC2 || last <= 0x20 || last >= 0x80 else { continue }
      check(code, node, page, report)
    }
  }

  private func check(
    _ code: CodeText, _ node: NodeID, _ page: MarkdownPage, _ report: (Finding) -> Void
  ) {
    let source = page.source
    let isPadded = code.isPadded(in: source)
    var content = code.inner
    if isPadded {
      content = ByteRange(
        content.start + (isPair(source, content.start) ? 2 : 1),
        content.end - (isPair(source, content.end - 2) ? 2 : 1))
    }
    let first = firstLine(content, node, page)
    let last = lastLine(content, page)
    var before = leading(first, isPadded: isPadded, source)
    var after = trailing(last, isPadded: isPadded, source)
    if isPadded, let start = before, let end = after, source[content.start - 1] == 0x20,
      source[content.end] == 0x20, start.range.start == content.start,
      end.range.end == content.end, !start.isAtTick, !end.isAtTick
    {
      // With blanks on both sides, those that are not shown may go as well.
      before = Blanks(range: ByteRange(start.range.start - 1, start.range.end), isAtTick: false)
      after = Blanks(range: ByteRange(end.range.start, end.range.end + 1), isAtTick: false)
    }
    guard before != nil || after != nil else { return }
    let isInLabel = page.isInLabel(node)
    if let before {
      let isInLine = before.range.start >= code.inner.start && first.start <= content.start
      report(finding(before.range, "behind", isFixed: isInLine && !isInLabel))
    }
    if let after { report(finding(after.range, "in front of", isFixed: !isInLabel)) }
  }

  /// Blanks at an edge of code, and whether a backtick is beside them.
  private struct Blanks {
    let range: ByteRange
    let isAtTick: Bool
  }

  /// The first line with anything on it; blanks in front of a later line's text are part of it.
  private func firstLine(_ content: ByteRange, _ node: NodeID, _ page: MarkdownPage) -> ByteRange {
    let source = page.source
    var end = content.start
    while end < content.end, !isLineEnding(source[end]) { end += 1 }
    if end > content.start || end == content.end { return ByteRange(content.start, end) }
    let line = page.lines.line(at: content.start) + 1
    guard line < page.lineCount else { return ByteRange(end, end) }
    let own = page.content(ofLine: line)
    let limit = min(own.end, content.end)
    // Behind markers of quotes, and as far as a list's item is indented.
    var start = own.start
    let indent = isInList(node, page) ? column(of: node, page) : 0
    var marker = own.start
    while marker < limit, source[marker] == 0x20 || source[marker] == UInt8(ascii: ">") {
      if source[marker] == UInt8(ascii: ">") { start = marker + 1 }
      marker += 1
    }
    if start > own.start, start < limit, source[start] == 0x20 { start += 1 }
    start = max(start, min(own.start + indent, marker))
    return ByteRange(min(start, limit), max(limit, min(start, limit)))
  }

  private func isInList(_ node: NodeID, _ page: MarkdownPage) -> Bool {
    page.flags(ofLine: page.line(of: node)).contains(.list)
  }

  /// How far the block around code is indented.
  private func column(of node: NodeID, _ page: MarkdownPage) -> Int {
    let start = page.document.range(page.leaf(of: node)).start
    return start - page.lines.start(ofLine: page.lines.line(at: start))
  }

  /// The last line with anything on it.
  private func lastLine(_ content: ByteRange, _ page: MarkdownPage) -> ByteRange {
    let source = page.source
    var end = content.end
    while end > content.start, isLineEnding(source[end - 1]) { end -= 1 }
    var start = end
    while start > content.start, !isLineEnding(source[start - 1]) { start -= 1 }
    if start > content.start {
      while start < end, source[start] == 0x20 || source[start] == UInt8(ascii: ">") { start += 1 }
    }
    return ByteRange(start, end)
  }

  private func leading(_ text: ByteRange, isPadded: Bool, _ source: [UInt8]) -> Blanks? {
    var end = text.start
    var length = 0
    while end < text.end {
      let next = Whitespace.length(at: end, to: text.end, in: source)
      if next == 0 { break }
      length = next
      end += next
    }
    guard end > text.start, end < text.end else { return nil }
    let isAtTick = source[end] == UInt8(ascii: "`")
    // A backtick needs one blank.
    if isAtTick, !isPadded { end -= length }
    return end > text.start
      ? Blanks(range: ByteRange(text.start, end), isAtTick: isAtTick) : nil
  }

  private func trailing(_ text: ByteRange, isPadded: Bool, _ source: [UInt8]) -> Blanks? {
    var start = Whitespace.trimmedEnd(text, in: source)
    guard start > text.start, start < text.end else { return nil }
    let isAtTick = source[start - 1] == UInt8(ascii: "`")
    if isAtTick, !isPadded { start += Whitespace.length(at: start, to: text.end, in: source) }
    return start < text.end
      ? Blanks(range: ByteRange(start, text.end), isAtTick: isAtTick) : nil
  }

  private func finding(_ range: ByteRange, _ place: String, isFixed: Bool) -> Finding {
    Finding(
      range, "a blank stands \(place) the backticks of code", help: "delete it",
      fix: isFixed
        ? Fix(title: "delete the blank", replacing: range, with: "", applicability: .safe) : nil)
  }

  private func isPair(_ source: [UInt8], _ at: Int) -> Bool {
    source[at] == 0x0D && source[at + 1] == 0x0A
  }

  private func isLineEnding(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

import Markdown
import SourceCore

/// The lines of a list item that must move when its content does, so that they stay in the item.
///
/// A first paragraph's further lines need not: they belong to it wherever they start.
struct ItemIndentation {
  private let marker: Int
  private let lines: Range<Int>
  /// Lists right in the item whose lines are not moved.
  private let skipped: [NodeID]

  /// - Parameter skippingBullets: whether bullet lists in the item are left where they are.
  init(_ item: NodeID, in page: MarkdownPage, skippingBullets: Bool = false) {
    let document = page.document
    marker = document.range(item).start
    let last = page.lastLine(of: item)
    let first = NodeID(Int(item.index) + 1)
    var start = page.lines.line(at: marker) + 1
    if first < document.end(item), document.kind(first) == .paragraph {
      start = page.lastLine(of: first) + 1
    }
    lines = start..<max(start, last + 1)
    skipped =
      skippingBullets
      ? document.children(item).filter { document.list($0)?.isOrdered == false } : []
  }

  /// The edits that move the content to the right (or left, where negative); nil where a line is
  /// written so that it cannot be moved.
  func edits(movingContentBy delta: Int, in page: MarkdownPage) -> [Fix.Edit]? {
    let lineStart = page.content(ofLine: page.lines.line(at: marker)).start
    return edits(movingContentBy: delta, at: marker - lineStart, in: page)
  }

  /// A fix that moves the marker and all that must move with it; only blanks are taken away.
  func fix(from: Int, to: Int, in page: MarkdownPage) -> Fix? {
    let lineStart = page.content(ofLine: page.lines.line(at: marker)).start
    let own =
      to < from
      ? Fix.Edit(ByteRange(to, from), "")
      : Fix.Edit(ByteRange(from, from), String(repeating: " ", count: to - from))
    guard to >= lineStart || to >= from, own.range.indices.allSatisfy({ page.source[$0] == 0x20 }),
      let others = edits(movingContentBy: to - from, at: min(from, to) - lineStart, in: page)
    else { return nil }
    return Fix(
      title: "indent it by \(to - lineStart)", edits: [own] + others, applicability: .safe)
  }

  private func edits(movingContentBy delta: Int, at column: Int, in page: MarkdownPage)
    -> [Fix.Edit]?
  {
    guard delta != 0 else { return [] }
    var edits: [Fix.Edit] = []
    let quotes = quotes(at: page.content(ofLine: page.lines.line(at: marker)).start, column, page)
    var skip = 0
    var line = lines.lowerBound
    while line < lines.upperBound {
      defer { line += 1 }
      if skip < skipped.count, page.line(of: skipped[skip]) <= line {
        line = max(line, page.lastLine(of: skipped[skip]))
        skip += 1
        continue
      }
      guard !page.isBlank(line), !page.isEmptyQuoteLine(line) else { continue }
      let content = page.content(ofLine: line)
      let at = content.start + column
      let end = at + max(1, -delta)
      guard end <= content.end, isPrefix(content.start..<at, quotes, page),
        (at..<end).allSatisfy({ page.source[$0] == 0x20 })
      else { return nil }
      edits.append(
        delta < 0
          ? Fix.Edit(ByteRange(at, end), "")
          : Fix.Edit(ByteRange(at, at), String(repeating: " ", count: delta)))
    }
    return edits
  }

  private func quotes(at start: Int, _ column: Int, _ page: MarkdownPage) -> Int {
    page.source[start..<start + column].count { $0 == UInt8(ascii: ">") }
  }

  /// Whether the bytes are blanks and as many markers of quotes as in front of the item.
  private func isPrefix(_ range: Range<Int>, _ quotes: Int, _ page: MarkdownPage) -> Bool {
    var found = 0
    for offset in range {
      switch page.source[offset] {
      case 0x20: continue
      case UInt8(ascii: ">"): found += 1
      default: return false
      }
    }
    return found == quotes
  }
}

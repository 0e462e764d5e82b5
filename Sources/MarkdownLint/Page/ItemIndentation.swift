import Markdown
import SourceCore

/// The lines of a list item that must move when its content does, so that they stay in the item.
///
/// A first paragraph's further lines need not: they belong to it wherever they start.
struct ItemIndentation {
  /// Items further in are moved by nobody.
  private static let columnLimit = 80

  private let item: NodeID
  private let marker: Int
  private let lines: Range<Int>
  /// Lists right in the item whose lines are not moved.
  private let skipped: [NodeID]
  private let skipsBullets: Bool

  /// - Parameter skippingBullets: whether bullet lists in the item are left where they are.
  init(_ item: NodeID, in page: MarkdownPage, skippingBullets: Bool = false) {
    let document = page.document
    self.item = item
    skipsBullets = skippingBullets
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
    // The work for a line grows with the square of how deep it is.
    guard column <= Self.columnLimit else { return nil }
    guard !hasTab(page), delta > 0 || !takesIn(movingContentBy: delta, page),
      !beginsBlock(movingContentBy: delta, page)
    else { return nil }
    var edits: [Fix.Edit] = []
    let quotes = quotes(at: page.content(ofLine: page.lines.line(at: marker)).start, column, page)
    let inside = contentColumn(page)
    let isInQuote = page.ancestor(of: item, .blockQuote) != nil
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
      // A line that goes on lazily further in might begin a block elsewhere.
      if let mark = columnOfMark(line, isInQuote: isInQuote, page), mark < inside { return nil }
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

  private func contentColumn(_ page: MarkdownPage) -> Int {
    let prefix = ItemMarker(of: item, in: page)
    return page.columnBehindQuotes(prefix.marker.end) + max(1, prefix.blanks.count)
  }

  /// Whether a line of the first paragraph, which is not moved, might begin a block: then it is
  /// inside the item where it was not, or no longer, or no longer as far in as code is.
  private func beginsBlock(movingContentBy delta: Int, _ page: MarkdownPage) -> Bool {
    let column = contentColumn(page)
    let isInQuote = page.ancestor(of: item, .blockQuote) != nil
    let first = page.lines.line(at: marker) + 1
    for line in first..<max(lines.lowerBound, first) {
      guard let at = columnOfMark(line, isInQuote: isInQuote, page) else { continue }
      if page.hasTab(inMarkersOf: page.content(ofLine: line))
        || Self.zone(at - column) != Self.zone(at - column - delta)
      {
        return true
      }
    }
    return false
  }

  private static func zone(_ column: Int) -> Int { column < 0 ? 0 : column < 4 ? 1 : 2 }

  /// The column of what a line begins with behind blanks and the quotes that the item is in; nil
  /// where it is a letter, with which no block begins.
  private func columnOfMark(
    _ line: Int, isInQuote: Bool, _ page: MarkdownPage
  ) -> Int? {
    let content = page.content(ofLine: line)
    let start = isInQuote ? page.behindMarkers(content) : page.indented(content)
    guard start < content.end else { return nil }
    let isLetter = (page.source[start] | 0x20) &- 0x61 < 26 || page.source[start] >= 0x80
    return isLetter ? nil : page.columnBehindQuotes(start)
  }

  /// Whether a tab stands among the markers and blanks of the first line, whose width would change.
  private func hasTab(_ page: MarkdownPage) -> Bool {
    let content = page.content(ofLine: page.lines.line(at: marker))
    return page.hasTab(inMarkersOf: content)
  }

  /// Whether the block behind the item would become a part of it.
  private func takesIn(movingContentBy delta: Int, _ page: MarkdownPage) -> Bool {
    let document = page.document
    let next = document.end(item)
    guard Int(next.index) < document.nodeCount else { return false }
    let kind = document.kind(next)
    if skipsBullets, kind == .list || kind == .listItem { return false }
    let column = contentColumn(page) + delta
    let content = page.content(ofLine: page.line(of: next))
    if page.hasTab(inMarkersOf: content) { return true }
    return page.columnBehindQuotes(document.range(next).start) >= column
  }
}

extension MarkdownPage {
  /// How many bytes stand between an offset and the last marker of a quote in front of it, without
  /// the blank that belongs to that marker; between it and the line's start where there is none.
  func columnBehindQuotes(_ offset: Int) -> Int {
    let start = content(ofLine: lines.line(at: offset)).start
    var at = offset
    while at > start, source[at - 1] != UInt8(ascii: ">") { at -= 1 }
    if at > start, at < offset, Self.isBlank(source[at]) { at += 1 }
    return offset - at
  }

  /// Whether a tab stands among the markers and blanks that a line begins with.
  func hasTab(inMarkersOf content: ByteRange) -> Bool {
    for offset in content.indices {
      switch source[offset] {
      case 0x09: return true
      case 0x20, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
        UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        continue
      default: return false
      }
    }
    return false
  }
}

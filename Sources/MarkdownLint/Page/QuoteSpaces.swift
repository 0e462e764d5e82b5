import Markdown
import SourceCore

/// Finds the blanks behind the markers of a quote, but for the one that belongs to a marker.
///
/// It reads each line as the parser did: which containers it goes on with, which it opens, and what
/// is left of it.
struct QuoteSpaces {
  private struct Container {
    let isQuote: Bool
    let lastLine: Int
    /// Columns that a line must be indented by to go on with an item.
    let width: Int
  }

  private let page: MarkdownPage
  private let document: Document
  private var open: [Container] = []
  private var next: NodeID
  private let end: NodeID
  /// Blanks in front of the last fence.
  private var fenceIndent = 0

  // The line being read.
  private var line = 0
  private var lineStart = 0
  private var lineEnd = 0
  private var position = 0
  /// Whether a quote's marker and its blank end at `position`.
  private var isBehindQuote = false

  /// - Parameter quote: a quote in no other quote.
  init(of quote: NodeID, in page: MarkdownPage) {
    self.page = page
    document = page.document
    next = quote
    end = page.document.end(quote)
  }

  /// Reports the blanks, line by line.
  mutating func find(_ report: (ByteRange) -> Void) {
    let first = page.line(of: next)
    let last = page.lastLine(of: next)
    let start = document.range(next).start
    for line in first...last {
      self.line = line
      let content = page.content(ofLine: line)
      lineStart = content.start
      lineEnd = content.end
      position = line == first ? start : content.start
      isBehindQuote = false
      let isLazy = !goOn(report)
      if !isLazy { openContainers(report) }
      findRest(report)
    }
  }

  /// Goes on with the open containers; false where the line does without one that stays open.
  private mutating func goOn(_ report: (ByteRange) -> Void) -> Bool {
    var index = 0
    while index < open.count {
      let container = open[index]
      let rest = nonspace
      if container.isQuote {
        guard rest < lineEnd, page.source[rest] == UInt8(ascii: ">"), line <= container.lastLine
        else { break }
        enterQuote(at: rest, report)
      } else if rest == lineEnd {
        advance(container.width)
      } else {
        guard line <= container.lastLine else { break }
        let start = position
        guard advance(container.width) else {
          position = start
          return false
        }
        if position > start { isBehindQuote = false }
      }
      index += 1
    }
    guard index < open.count else { return true }
    if line <= open[index].lastLine { return false }
    open.removeSubrange(index...)
    return true
  }

  private mutating func openContainers(_ report: (ByteRange) -> Void) {
    while next < end {
      let start = document.range(next).start
      if start < lineStart {
        openLate()
        continue
      }
      guard start < lineEnd || start == lineEnd && start == position else { return }
      switch document.kind(next) {
      case .blockQuote:
        enterQuote(at: start, report)
        open.append(Container(isQuote: true, lastLine: page.lastLine(of: next), width: 0))
      case .listItem:
        if isBehindQuote, start > position { report(ByteRange(position, start)) }
        let marker = ItemMarker(of: next, in: page)
        let blanks = max(1, column(marker.blanks.end) - column(marker.blanks.start))
        let width = column(marker.marker.end) - column(position) + blanks
        open.append(
          Container(isQuote: false, lastLine: page.lastLine(of: next), width: width))
        position = marker.blanks.end
        isBehindQuote = false
      case .footnoteDefinition:
        open.append(Container(isQuote: false, lastLine: page.lastLine(of: next), width: 4))
        position = max(position, start)
        isBehindQuote = false
      case .paragraph, .heading, .codeBlock, .htmlBlock, .table, .thematicBreak, .linkDefinition:
        // What they hold opens no container.
        next = document.end(next)
        return
      default: break
      }
      next = NodeID(Int(next.index) + 1)
    }
  }

  /// Opens what began in a line above that seemed to go on without its containers, as the lines of a
  /// quote with tabs may.
  private mutating func openLate() {
    let last = page.lastLine(of: next)
    switch document.kind(next) {
    case .blockQuote: open.append(Container(isQuote: true, lastLine: last, width: 0))
    case .listItem:
      let marker = ItemMarker(of: next, in: page)
      let width = marker.marker.count + max(1, marker.blanks.count)
      open.append(Container(isQuote: false, lastLine: last, width: width))
    case .footnoteDefinition: open.append(Container(isQuote: false, lastLine: last, width: 4))
    default: break
    }
    next = NodeID(Int(next.index) + 1)
  }

  private mutating func enterQuote(at marker: Int, _ report: (ByteRange) -> Void) {
    if isBehindQuote, marker > position { report(ByteRange(position, marker)) }
    position = marker + 1
    if position < lineEnd, MarkdownPage.isBlank(page.source[position]) { position += 1 }
    isBehindQuote = true
  }

  /// The blanks in front of what is left of the line.
  private mutating func findRest(_ report: (ByteRange) -> Void) {
    let rest = nonspace
    let flags = page.flags(ofLine: line)
    defer { if flags.contains(.codeFence) { fenceIndent = rest - position } }
    guard isBehindQuote, rest > position else { return }
    if !flags.isDisjoint(with: [.html, .indentedCode]) { return }
    if flags.contains(.fencedCode), !flags.contains(.codeFence) {
      let taken = min(fenceIndent, rest - position)
      if taken > 0 { report(ByteRange(position, position + taken)) }
      return
    }
    // markdownlint's parser keeps the blanks in front of a table's second row to itself.
    if flags.contains(.table), isInTable(line - 1), !isInTable(line - 2) { return }
    report(ByteRange(position, rest))
  }

  private func isInTable(_ line: Int) -> Bool {
    line >= 0 && page.flags(ofLine: line).contains(.table)
  }

  // MARK: Columns

  private var nonspace: Int {
    var at = position
    while at < lineEnd, MarkdownPage.isBlank(page.source[at]) { at += 1 }
    return at
  }

  private func column(_ offset: Int) -> Int {
    ItemMarker.column(of: offset, from: lineStart, in: page.source)
  }

  /// Takes columns of blanks, a tab as a whole; false where there are not so many.
  @discardableResult private mutating func advance(_ columns: Int) -> Bool {
    let target = column(position) + columns
    var at = column(position)
    while at < target, position < lineEnd, MarkdownPage.isBlank(page.source[position]) {
      at = page.source[position] == 0x09 ? (at | 3) + 1 : at + 1
      position += 1
    }
    return at >= target
  }
}

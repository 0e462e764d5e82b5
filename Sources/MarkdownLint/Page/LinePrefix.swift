import Markdown
import SourceCore

extension MarkdownPage {
  /// The indentation in front of a block's first line that no list item asks for; nil where there is
  /// none.
  ///
  /// Of several in one line (in front of a quote and inside it), it is the last.
  func indentation(of block: NodeID) -> ByteRange? {
    let start = document.range(block).start
    let lineStart = content(ofLine: lines.line(at: start)).start
    var position = start
    var inner = block
    while position > lineStart {
      guard let container = document.parent(inner) else { return nil }
      inner = container
      let blanks = blanks(before: position, from: lineStart)
      switch document.kind(container) {
      case .document:
        return blanks.isEmpty ? nil : blanks
      case .blockQuote:
        // The marker takes one blank with it.
        guard blanks.start > lineStart else { return nil }
        if blanks.count > 1 { return ByteRange(blanks.start + 1, position) }
        position = blanks.start - 1
      case .listItem, .footnoteDefinition:
        let marker = document.range(container).start
        if marker >= lineStart {
          // The blanks behind a marker belong to it.
          position = marker
          continue
        }
        let needed = contentColumn(of: container)
        var at = blanks.start
        var column = column(of: at, from: lineStart)
        while at < position, column < needed {
          column = source[at] == 0x09 ? (column / 4 + 1) * 4 : column + 1
          at += 1
        }
        if at < position { return ByteRange(at, position) }
        position = blanks.start
        // Items that hold this one asked for a part of the same blanks.
        while let parent = document.parent(inner), parent != Document.root,
          document.kind(parent) != .blockQuote
        {
          inner = parent
        }
      default: break
      }
    }
    return nil
  }

  private func blanks(before end: Int, from start: Int) -> ByteRange {
    var at = end
    while at > start, source[at - 1] == 0x20 || source[at - 1] == 0x09 { at -= 1 }
    return ByteRange(at, end)
  }

  private func column(of offset: Int, from start: Int) -> Int {
    var column = 0
    for index in start..<max(start, offset) {
      let byte = source[index]
      if byte == 0x09 {
        column = (column / 4 + 1) * 4
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return column
  }

  /// The column that a list item's or footnote's further lines must reach.
  private func contentColumn(of container: NodeID) -> Int {
    let marker = document.range(container).start
    let line = content(ofLine: lines.line(at: marker))
    let column = column(of: marker, from: line.start)
    if document.kind(container) == .footnoteDefinition { return column + 4 }
    var end = marker + 1
    while end < line.end, source[end] > 0x20 { end += 1 }
    var first = end
    while first < line.end, source[first] == 0x20 || source[first] == 0x09 { first += 1 }
    let behind = self.column(of: end, from: line.start)
    let width = self.column(of: first, from: line.start) - behind
    return first == line.end || width > 4 ? behind + 1 : behind + width
  }
}

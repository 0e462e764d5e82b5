import Markdown
import SourceCore

/// What a list item begins with: its marker and the blanks between that and the content.
struct ItemMarker {
  /// The bullet, or the number and what follows it.
  let marker: ByteRange
  /// The blanks that belong to the marker; none where the item begins with a blank line. Where code
  /// follows, that is one blank.
  let blanks: ByteRange

  init(of item: NodeID, in page: MarkdownPage) {
    let source = page.source
    let start = page.document.range(item).start
    var end = start
    while end < source.count, source[end] &- 0x30 < 10 { end += 1 }
    end += 1
    marker = ByteRange(start, end)
    var rest = end
    var hasTab = false
    while rest < source.count, MarkdownPage.isBlank(source[rest]) {
      if source[rest] == 0x09 { hasTab = true }
      rest += 1
    }
    let isEmpty = rest >= source.count || source[rest] == 0x0A || source[rest] == 0x0D
    var width = rest - end
    if hasTab {
      let lineStart = page.lines.start(ofLine: page.lines.line(at: start))
      let column = Self.column(of: end, from: lineStart, in: source)
      width = Self.column(of: rest, from: lineStart, in: source) - column
    }
    blanks = ByteRange(end, isEmpty ? end : width > 4 ? end + 1 : rest)
  }

  /// The column, from 0, of an offset in a line; a tab goes on to the next multiple of four.
  static func column(of offset: Int, from lineStart: Int, in source: [UInt8]) -> Int {
    var column = 0
    for index in lineStart..<offset {
      if source[index] == 0x09 {
        column = (column | 3) + 1
      } else if source[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return column
  }
}

extension MarkdownPage {
  /// Calls `body` for each item of a list, in order.
  func forEachItem(of list: NodeID, _ body: (NodeID) -> Void) {
    let end = document.end(list)
    var item = NodeID(Int(list.index) + 1)
    while item < end {
      body(item)
      item = document.end(item)
    }
  }
}

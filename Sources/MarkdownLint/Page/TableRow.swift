import Markdown
import SourceCore

/// A row of a table as markdownlint's parser splits it; comments' text counts for nothing.
struct TableRow {
  /// A piece of a row.
  enum Piece {
    /// The pipe at an offset.
    case divider(Int)
    case blanks(ByteRange)
    case content(ByteRange)
  }

  /// The row, from its first byte that is no blank, with the blanks at its end.
  let range: ByteRange

  /// The rows of a table, the second one included, which says how columns are aligned.
  ///
  /// A line of a generator's own below a table is none, although the parser takes it for one.
  static func all(of table: NodeID, in page: MarkdownPage) -> [TableRow] {
    let rows = page.document.segments(table)
    let end = page.isPlain ? nil : rows.firstIndex { page.isGeneratorLine($0) }
    return rows[..<(end ?? rows.count)].map { TableRow(range: $0) }
  }

  /// Calls `body` for each piece, from left to right.
  func forEachPiece(in source: [UInt8], _ body: (Piece) -> Void) {
    let pipe = UInt8(ascii: "|")
    var at = range.start
    while at < range.end {
      let start = at
      if source[at] == pipe {
        at += 1
        body(.divider(start))
        continue
      }
      while at < range.end, MarkdownPage.isBlank(source[at]) { at += 1 }
      if at > start {
        body(.blanks(ByteRange(start, at)))
        continue
      }
      var end = at
      while at < range.end, source[at] != pipe {
        if source[at] == UInt8(ascii: "\\"), at + 1 < range.end,
          source[at + 1] == pipe || source[at + 1] == UInt8(ascii: "\\")
        {
          at += 1
        }
        at += 1
        if !MarkdownPage.isBlank(source[at - 1]) { end = at }
      }
      at = end
      body(.content(ByteRange(start, end)))
    }
  }

  /// What stands at a row's ends, and how many cells it has.
  struct Shape {
    var hasLeadingPipe = false
    var hasTrailingPipe = false
    var cells = 0
  }

  /// The shape; calls `cell` with the number and the start of each cell, a pipe in front of it
  /// included.
  func shape(in source: [UInt8], cell: (Int, Int) -> Void = { _, _ in }) -> Shape {
    var shape = Shape()
    var isFirst = true
    var pending: Int?
    forEachPiece(in: source) { piece in
      switch piece {
      case .blanks: return
      case .content(let content):
        if isFirst || pending != nil {
          cell(shape.cells, pending ?? content.start)
          shape.cells += 1
        }
        pending = nil
        shape.hasTrailingPipe = false
      case .divider(let pipe):
        if isFirst {
          shape.hasLeadingPipe = true
          pending = pipe
        } else {
          // Two pipes in a row have an empty cell between them.
          if let start = pending {
            cell(shape.cells, start)
            shape.cells += 1
          }
          pending = pipe
        }
        shape.hasTrailingPipe = true
      }
      isFirst = false
    }
    if shape.cells == 0, let start = pending {
      cell(0, start)
      shape.cells = 1
    }
    return shape
  }

  /// The last byte that is no blank.
  func last(in source: [UInt8]) -> Int {
    var end = range.end
    while end > range.start, MarkdownPage.isBlank(source[end - 1]) { end -= 1 }
    return max(range.start, end - 1)
  }
}

import Markdown
import SourceCore

/// How many spaces stand between a table's pipes and the cells' content.
enum TableSpacing {
  /// One.
  case compact
  /// None.
  case tight

  /// How many pipes' sides are not spaced so.
  func count(_ row: TableRow, in page: MarkdownPage) -> Int {
    var count = 0
    forEachFault(row, in: page) { _, _, _ in count += 1 }
    return count
  }

  /// Reports the pipes that are not spaced so.
  func check(
    _ row: TableRow, in page: MarkdownPage, report: (Finding) -> Void
  ) {
    let wanted = self == .compact ? 1 : 0
    var edited = -1
    forEachFault(row, in: page) { pipe, blanks, side in
      let isSafe = isSafe(blanks, row, page)
      // Two pipes share the blanks between them.
      let fix =
        blanks.start == edited || !isSafe
        ? nil
        : Fix(
          title: wanted == 1 ? "write one space" : "delete the space",
          edits: [edit(blanks, wanted)], applicability: .safe)
      edited = blanks.start
      report(
        Finding(
          ByteRange(pipe, pipe + 1),
          "\(Self.spaces(blanks.count)) \(side) the pipe where there is "
            + (wanted == 1 ? "one elsewhere" : "none elsewhere"),
          help: wanted == 1 ? "write one space" : "delete the space", fix: fix))
    }
  }

  private func edit(_ blanks: ByteRange, _ wanted: Int) -> Fix.Edit {
    if blanks.count < wanted { return Fix.Edit(blanks, " ") }
    // The blanks that go are the first ones; a tab that stays would be no space.
    return Fix.Edit(ByteRange(blanks.start, blanks.end - wanted), "")
  }

  /// A backslash that a pipe moves up to would escape it, and what begins a line without a letter
  /// might begin a list or a heading once a space follows it.
  private func isSafe(_ blanks: ByteRange, _ row: TableRow, _ page: MarkdownPage) -> Bool {
    guard blanks.start > row.range.start else { return true }
    if page.source[blanks.start - 1] == UInt8(ascii: "\\") { return false }
    guard blanks.isEmpty, blanks.start - row.range.start <= 10 else { return true }
    return page.source[row.range.start] == UInt8(ascii: "|")
      || page.source[row.range.start..<blanks.start].contains {
        $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26
      }
  }

  private static func spaces(_ count: Int) -> String {
    switch count {
    case 0: "no space is"
    case 1: "a space is"
    default: "\(count) spaces are"
    }
  }

  /// Calls `body` with a pipe, the blanks beside it (which may be none) and their side.
  private func forEachFault(
    _ row: TableRow, in page: MarkdownPage, _ body: (Int, ByteRange, String) -> Void
  ) {
    var previous: TableRow.Piece?
    row.forEachPiece(in: page.cleared) { piece in
      if case .divider(let pipe) = piece, let previous {
        switch previous {
        case .blanks(let blanks):
          if isFault(blanks.count) { body(pipe, blanks, "left of") }
        default:
          if isFault(0) { body(pipe, ByteRange(pipe, pipe), "left of") }
        }
      }
      if case .divider(let pipe) = previous {
        switch piece {
        case .blanks(let blanks):
          // Blanks at the end of the row are another rule's.
          if blanks.end < row.range.end, isFault(blanks.count) { body(pipe, blanks, "right of") }
        default:
          if isFault(0) { body(pipe, ByteRange(pipe + 1, pipe + 1), "right of") }
        }
      }
      previous = piece
    }
  }

  private func isFault(_ blanks: Int) -> Bool {
    self == .compact ? blanks != 1 : blanks > 0
  }
}

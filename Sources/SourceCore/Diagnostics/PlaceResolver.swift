/// Resolves ranges of one text to places, each column counted on from the one before.
///
/// Ranges in document order cost time linear in the text together, even where all are in one line.
public struct PlaceResolver {
  private let text: SourceText
  private let lines: LineIndex
  private var known = Known(line: -1, offset: 0, column: 1)
  /// The line of the place before, near which the next is looked for.
  private var lastLine = 0
  /// The text of the excerpt before, which the next place often has too.
  private var lastExcerpt: (range: Range<Int>, text: String) = (0..<0, "")

  /// A place whose texts are still in the file.
  struct Spot {
    var cell: Int?
    var line = 1
    var column = 1
    var endLine = 1
    var endColumn = 1
    /// What is shown of the first flagged line.
    var excerpt = 0..<0
    var excerptColumn = 1
    /// What is flagged, trimmed.
    var flagged = 0..<0

    /// Whether there is no more to show than the file as a whole.
    var isWhole: Bool { excerpt.isEmpty && (line, column) == (1, 1) && cell == nil }
  }

  /// A column that has been counted.
  private struct Known {
    var line: Int
    var offset: Int
    var column: Int
  }

  /// In a line that is longer in front of a place than this, the excerpt starts nearer to it.
  private static let longLine = 1_000
  /// How many bytes of such a line are shown in front of the place, or up to a step more.
  private static let lead = 120
  /// Excerpts of a long line begin and end at multiples of so many bytes, so that places that are near
  /// to each other have the same.
  private static let step = 256

  /// Prepares to resolve ranges of a text.
  public init(_ text: SourceText, lines: LineIndex) {
    self.text = text
    self.lines = lines
  }

  /// Resolves a range.
  public mutating func place(_ range: ByteRange) -> Place {
    let spot = spot(range)
    if lastExcerpt.range != spot.excerpt {
      lastExcerpt = (spot.excerpt, String(decoding: text.bytes[spot.excerpt], as: UTF8.self))
    }
    return Place(
      cell: spot.cell, line: spot.line, column: spot.column, endLine: spot.endLine,
      endColumn: spot.endColumn,
      excerpt: lastExcerpt.text, excerptColumn: spot.excerptColumn,
      flagged: String(decoding: text.bytes[spot.flagged], as: UTF8.self))
  }

  /// Resolves a range, without a copy of its texts.
  mutating func spot(_ range: ByteRange) -> Spot {
    let first = lines.line(at: range.start, near: lastLine)
    let last = lines.line(
      at: max(range.start, range.end - (range.isEmpty ? 0 : 1)), near: first)
    lastLine = first
    let content = lines.contentRange(ofLine: first, in: text.bytes)
    let lineStart =
      first == 0 ? min(content.upperBound, text.byteOrderMarkLength) : content.lowerBound
    var from = lineStart
    if range.start - lineStart > Self.longLine {
      let before = range.start - Self.lead - lineStart
      from = scalarStart(lineStart + before / Self.step * Self.step)
    }
    let excerptColumn = advance(to: from, line: first)
    let column = excerptColumn + scalars(from..<max(from, range.start))
    let endColumn =
      last == first
      ? column + scalars(range.start..<range.end)
      : 1 + scalars(lines.start(ofLine: last)..<range.end)
    // A line of a megabyte is no excerpt; what is cut is behind the flagged place.
    let steps = (max(range.start, from) - lineStart + Self.step - 1) / Self.step
    let end = lineStart + steps * Self.step + Place.excerptLimit
    let to = end < content.upperBound ? scalarStart(end) : content.upperBound
    let flagged = ByteRange(range.start, min(range.end, range.start + Place.excerptLimit))
    let span = text.cells?.span(ofLine: first)
    let before = span?.lines.lowerBound ?? 0
    return Spot(
      cell: span?.cell, line: first - before + 1, column: column, endLine: last - before + 1,
      endColumn: endColumn, excerpt: from..<max(from, to), excerptColumn: excerptColumn,
      flagged: trimmed(flagged.indices.clamped(to: 0..<text.bytes.count)))
  }

  /// An offset in lines and columns.
  mutating func point(_ offset: Int) -> LineSpan.Point {
    let offset = min(offset, text.bytes.count)
    let line = lines.line(at: offset, near: lastLine)
    lastLine = line
    let start = lines.start(ofLine: line)
    let column = advance(to: offset, line: line)
    return LineSpan.Point(
      line: UInt32(clamping: line + 1), column: UInt32(clamping: column),
      byteColumn: UInt32(clamping: max(0, offset - start) + 1))
  }

  private func scalarStart(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, text.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The column at an offset of a line, counted on from the one before where that is in front of it.
  private mutating func advance(to offset: Int, line: Int) -> Int {
    var start = lines.start(ofLine: line)
    if line == 0 { start = min(offset, max(start, text.byteOrderMarkLength)) }
    var column = 1
    if known.line == line, known.offset >= start, known.offset <= offset {
      (start, column) = (known.offset, known.column)
    }
    column += scalars(start..<max(start, offset))
    known = Known(line: line, offset: offset, column: column)
    return column
  }

  private func scalars(_ range: Range<Int>) -> Int {
    lines.scalars(in: range.clamped(to: 0..<text.bytes.count), of: text.bytes)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text.bytes[start] <= 0x20 { start += 1 }
    while end > start, text.bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}

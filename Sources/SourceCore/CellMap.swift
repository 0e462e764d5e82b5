/// Which cell of a notebook each line of the text made from it comes from.
public struct CellMap: Sendable, Hashable {
  /// Lines of the text that stand in one cell.
  public struct Span: Sendable, Hashable {
    /// The cell, from 1, counting cells of every kind.
    public let cell: Int
    /// Whether its author wrote Markdown in it, not code.
    public let isMarkdown: Bool
    /// Its lines in the text, from 0; its first line is line 1 of the cell.
    public let lines: Range<Int>

    /// Makes a span.
    public init(cell: Int, isMarkdown: Bool, lines: Range<Int>) {
      self.cell = cell
      self.isMarkdown = isMarkdown
      self.lines = lines
    }
  }

  /// A part of the text that one string of the notebook's JSON holds.
  public struct Piece: Sendable, Hashable {
    /// The cell it is in.
    public let cell: Int
    /// Its bytes in the text.
    public let text: ByteRange
    /// The string in the file, with its quotes.
    public let literal: ByteRange

    /// Makes a piece.
    public init(cell: Int, text: ByteRange, literal: ByteRange) {
      self.cell = cell
      self.text = text
      self.literal = literal
    }
  }

  /// The spans in the order of the text; lines between them stand in no cell.
  public let spans: [Span]
  /// The pieces of cells that hold Markdown, none of them empty, in the order of the text.
  public let pieces: [Piece]

  /// Makes a map of spans and pieces in the order of the text.
  public init(_ spans: [Span], pieces: [Piece] = []) {
    self.spans = spans
    self.pieces = pieces
  }

  /// The line of the text, from 0, that a line of a cell, from 0, is.
  public func line(_ line: Int, ofCell cell: Int) -> Int? {
    let place = spans.partitionPoint { $0.cell < cell }
    guard place < spans.count, spans[place].cell == cell else { return nil }
    return spans[place].lines.lowerBound + line
  }

  /// The span that a line of the text, from 0, is in; nil for a line that joins two cells.
  public func span(ofLine line: Int) -> Span? {
    let place = spans.partitionPoint { $0.lines.upperBound <= line }
    return place < spans.count && spans[place].lines.contains(line) ? spans[place] : nil
  }
}

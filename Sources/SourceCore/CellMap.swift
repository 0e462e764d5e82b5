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

  /// The spans in the order of the text; lines between them stand in no cell.
  public let spans: [Span]

  /// Makes a map of spans in the order of the text.
  public init(_ spans: [Span]) { self.spans = spans }

  /// The span that a line of the text, from 0, is in; nil for a line that joins two cells.
  public func span(ofLine line: Int) -> Span? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].lines.upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].lines.contains(line) ? spans[low] : nil
  }
}

/// A range of a file in lines and columns, its end as a place of its own: behind a line ending that is
/// the first column of the next line.
public struct LineSpan: Sendable, Hashable {
  /// A place between two bytes.
  public struct Point: Sendable, Hashable {
    /// From 1.
    public let line: UInt32
    /// In Unicode scalars, from 1.
    public let column: UInt32
    /// In bytes, from 1.
    public let byteColumn: UInt32

    /// Makes a point.
    public init(line: UInt32, column: UInt32, byteColumn: UInt32) {
      self.line = line
      self.column = column
      self.byteColumn = byteColumn
    }
  }

  /// Where it begins.
  public let start: Point
  /// Where it ends.
  public let end: Point

  /// Makes a span.
  public init(start: Point, end: Point) {
    self.start = start
    self.end = end
  }
}

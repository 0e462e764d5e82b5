/// A range of a file resolved to lines and columns, so that it can be reported without the file.
public struct Place: Sendable, Hashable {
  /// The cell, from 1, that lines count from in a notebook; nil elsewhere.
  public let cell: Int?
  /// First line, from 1.
  public let line: Int
  /// First column in Unicode scalars, from 1.
  public let column: Int
  /// Last line, from 1.
  public let endLine: Int
  /// Column after the last flagged scalar, from 1.
  public let endColumn: Int
  /// The first flagged line, without its line ending; of a very long line the part around the place.
  public let excerpt: String
  /// Column of the excerpt's first scalar: 1 but in a very long line.
  public let excerptColumn: Int
  /// The flagged text, trimmed.
  public let flagged: String

  /// How much of a long line an excerpt shows behind the start of the flagged place, in bytes; up to
  /// a step more, so that neighbours have the same.
  public static let excerptLimit = 400

  /// Resolves `range` against its text; for many ranges of one text, use a `PlaceResolver`.
  public init(_ range: ByteRange, in text: SourceText, lines: LineIndex) {
    var resolver = PlaceResolver(text, lines: lines)
    self = resolver.place(range)
  }

  init(
    cell: Int? = nil, line: Int, column: Int, endLine: Int, endColumn: Int, excerpt: String,
    excerptColumn: Int,
    flagged: String
  ) {
    self.cell = cell
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
    self.flagged = flagged
  }
}

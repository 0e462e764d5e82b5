/// A range of a file resolved to lines and columns, so that it can be reported without the file.
public struct Place: Sendable, Hashable {
  /// First line, from 1.
  public let line: Int
  /// First column in Unicode scalars, from 1.
  public let column: Int
  /// Last line, from 1.
  public let endLine: Int
  /// Column after the last flagged scalar, from 1.
  public let endColumn: Int
  /// The first flagged line, without its line ending.
  public let excerpt: String
  /// The flagged text, trimmed.
  public let flagged: String

  /// Longest excerpt kept, in bytes behind the flagged place.
  public static let excerptLimit = 400

  /// Resolves `range` against its text.
  public init(_ range: ByteRange, in text: SourceText, lines: LineIndex) {
    let first = lines.line(at: range.start)
    let last = lines.line(at: max(range.start, range.end - (range.isEmpty ? 0 : 1)))
    line = first + 1
    endLine = last + 1
    column = Self.column(range.start, line: first, text, lines)
    endColumn = Self.column(range.end, line: last, text, lines)
    let content = lines.contentRange(ofLine: first, in: text.bytes)
    let from = first == 0 ? min(content.upperBound, text.byteOrderMarkLength) : content.lowerBound
    // A line of a megabyte is no excerpt; what is cut is behind the flagged place.
    let to = min(content.upperBound, max(range.start, from) + Self.excerptLimit)
    excerpt = String(decoding: text.bytes[from..<max(from, to)], as: UTF8.self)
    let shown = ByteRange(range.start, min(range.end, range.start + Self.excerptLimit))
    flagged = Self.trimmed(text.bytes[shown.indices.clamped(to: 0..<text.bytes.count)])
  }

  private static func column(_ offset: Int, line: Int, _ text: SourceText, _ lines: LineIndex)
    -> Int
  {
    var start = lines.start(ofLine: line)
    if line == 0 { start = min(offset, max(start, text.byteOrderMarkLength)) }
    let end = min(offset, text.bytes.count)
    guard start < end else { return 1 }
    var scalars = 1
    for byte in text.bytes[start..<end] where byte & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

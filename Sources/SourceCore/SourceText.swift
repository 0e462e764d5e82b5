/// The bytes of one file, with the path it is reported under.
public struct SourceText: Sendable {
  /// Path below the root of its tree view.
  public let path: RepoPath
  /// The file's bytes as stored, byte-order mark and line endings included.
  public let bytes: [UInt8]
  /// Where its lines are from, for a text that was made from a notebook.
  public let cells: CellMap?

  /// Makes a text from a file's bytes.
  public init(path: RepoPath, bytes: [UInt8], cells: CellMap? = nil) {
    self.path = path
    self.bytes = bytes
    self.cells = cells
  }

  /// Makes a text from a string, encoded as UTF-8.
  public init(path: RepoPath, _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Length of a UTF-8 byte-order mark at the start: 3 or 0.
  public var byteOrderMarkLength: Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// The text of a range; invalid UTF-8 is replaced by U+FFFD.
  public func string(_ range: ByteRange) -> String {
    let clamped = range.indices.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[clamped], as: UTF8.self)
  }

  /// The range of the whole file.
  public var fullRange: ByteRange { ByteRange(0, bytes.count) }

  /// Offset of the first byte that is not valid UTF-8; nil where all of it is.
  public func firstInvalidUTF8() -> Int? {
    let span = bytes.span
    let raw = span.bytes
    let count = span.count
    var i = 0
    while i < count {
      // Most text is ASCII, of which eight bytes are looked at together.
      while i + 8 <= count,
        raw.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        i += 8
      }
      guard i < count else { break }
      let first = span[i]
      if first < 0x80 {
        i += 1
        continue
      }
      let length = Self.lengthOfScalar(first, i + 1 < count ? span[i + 1] : 0)
      guard length > 0, i + length <= count else { return i }
      for next in i + 1..<i + length where span[next] & 0xC0 != 0x80 { return i }
      i += length
    }
    return nil
  }

  /// How many bytes a scalar has that begins with two bytes, the first not ASCII; 0 where none does
  /// (Unicode, table 3-7).
  private static func lengthOfScalar(_ first: UInt8, _ second: UInt8) -> Int {
    switch (first, second) {
    case (0xC2...0xDF, 0x80...0xBF): 2
    case (0xE0, 0xA0...0xBF), (0xE1...0xEC, 0x80...0xBF), (0xED, 0x80...0x9F),
      (0xEE...0xEF, 0x80...0xBF):
      3
    case (0xF0, 0x90...0xBF), (0xF1...0xF3, 0x80...0xBF), (0xF4, 0x80...0x8F): 4
    default: 0
    }
  }
}

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
    // The standard library's validation is quick for ASCII; only a bad file pays for the scan.
    if (try? UTF8Span(validating: bytes.span)) != nil { return nil }
    var low = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var consumed = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        consumed += UTF8.width(scalar)
        low = consumed
      case .emptyInput: return nil
      case .error: return low
      }
    }
  }
}

/// Writes JSON to bytes: in the caller's order, the same on every machine.
///
/// The caller opens and closes objects and arrays; the writer puts commas, indentation and escapes.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth = 0
  /// A line feed and the blanks of a line, for more depth than is mostly needed.
  private var indent: [UInt8] = [0x0A] + Array(repeating: UInt8(ascii: " "), count: 32)
  /// Whether the innermost container has no entry yet.
  private var isEmpty = true
  /// Whether a key has just been written, and its value comes on the same line.
  private var isAfterKey = false

  /// Makes a writer; pretty output has one entry on each line, indented by two spaces.
  public init(pretty: Bool) { isPretty = pretty }

  /// Opens an object.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Closes the innermost object.
  public mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Opens an array.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Closes the innermost array.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes a key of an object; its value must follow.
  public mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes an integer.
  public mutating func integer(_ value: some BinaryInteger) {
    separate()
    guard let value = Int(exactly: value), value >= 0 else {
      bytes.append(contentsOf: String(value).utf8)
      return
    }
    var unit = 1
    while value / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(0x30 + UInt8(value / unit % 10))
      unit /= 10
    }
  }

  /// Writes a number; what JSON cannot say (infinity, NaN) becomes `null`.
  public mutating func number(_ value: Double) {
    separate()
    bytes.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// What has been written since the last time, so that a long text need not be held as a whole.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Ends the text with a line feed, as a file should.
  public mutating func newline() { bytes.append(0x0A) }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    isEmpty = true
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if !isEmpty { breakLine() }
    bytes.append(bracket)
    // The container just closed is an entry of the one around it.
    isEmpty = false
  }

  /// Puts what belongs before a key or value.
  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard depth > 0 else { return }
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    breakLine()
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    while indent.count <= depth * 2 { indent.append(UInt8(ascii: " ")) }
    bytes += indent[...(depth * 2)]
  }

  /// Whether nothing at or behind an offset is to be escaped, and all is ASCII.
  private static func isPlain(_ bytes: [UInt8], from start: Int) -> Bool {
    let span = bytes.span
    var i = start
    while i < span.count {
      var word = ByteRun.eight(span, at: i)
      let left = span.count - i
      // Blanks stand for what is behind the end.
      if left < 8 { word |= ByteRun.repeating(0x20) << UInt64(8 * left) }
      let others =
        (word & ByteRun.high) | ByteRun.marks(word, from: 0, to: 0x1F)
        | ByteRun.marks(word, from: 0x22, to: 0x22) | ByteRun.marks(word, from: 0x5C, to: 0x5C)
        | ByteRun.marks(word, from: 0x7F, to: 0x7F)
      if others != 0 { return false }
      i += 8
    }
    return true
  }

  /// Besides what JSON demands, controls beyond ASCII are escaped too: a terminal may obey them, and
  /// bidirectional ones show other text than there is.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if Self.isPlain(bytes, from: start) {
      bytes.append(UInt8(ascii: "\""))
      return
    }
    let written = Array(bytes[start...])
    bytes.removeLast(written.count)
    var i = 0
    while i < written.count {
      let byte = written[i]
      let control = Self.control(written, at: i)
      switch byte {
      case 0x22, 0x5C: bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case _ where control != nil:
        let value = control ?? 0
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: hexadecimal([UInt8(value >> 8), UInt8(value & 0xFF)]).utf8)
        // Of its two or three bytes one is counted below.
        if byte >= 0xC2 { i += byte == 0xC2 ? 1 : 2 }
      default: bytes.append(byte)
      }
      i += 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The scalar that is escaped at an offset of valid UTF-8: a control, or one that a terminal obeys.
  private static func control(_ bytes: [UInt8], at i: Int) -> UInt16? {
    switch bytes[i] {
    case 0x00..<0x20, 0x7F: return UInt16(bytes[i])
    case 0xC2: return bytes[i + 1] < 0xA0 ? UInt16(bytes[i + 1]) : nil
    case 0xE2:
      let value = 0x2000 | UInt16(bytes[i + 1] & 0x3F) << 6 | UInt16(bytes[i + 2] & 0x3F)
      return (0x2028...0x202E).contains(value) || (0x2066...0x2069).contains(value) ? value : nil
    default: return nil
    }
  }
}

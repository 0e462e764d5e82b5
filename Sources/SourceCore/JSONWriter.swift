/// Writes JSON to bytes: in the caller's order, the same on every machine.
///
/// The caller opens and closes objects and arrays; the writer puts commas, indentation and escapes.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth = 0
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
    bytes.append(contentsOf: String(value).utf8)
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
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  /// Whether all bytes stand for themselves.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    var i = 0
    while i < text.count {
      // Behind the end there are zeros.
      var word = ByteRun.eight(text, at: i)
      if i + 8 > text.count { word |= ByteRun.repeating(0x30) << UInt64(8 * (text.count - i)) }
      let marks =
        ByteRun.marks(word, from: 0x00, to: 0x1F) | ByteRun.marks(word, from: 0x7F, to: 0x7F)
        | ByteRun.marks(word, from: 0x22, to: 0x22) | ByteRun.marks(word, from: 0x5C, to: 0x5C)
        | word & ByteRun.high
      if marks != 0 { return false }
      i += 8
    }
    return true
  }

  /// Besides what JSON demands, controls beyond ASCII are escaped too: a terminal may obey them, and
  /// bidirectional ones show other text than there is.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard Self.isPlain(utf8.span) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if isPlain {
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(scalar.value)])
      case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
      case 0x0D: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
      case 0x09: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
      case 0x20..<0x7F: bytes.append(UInt8(scalar.value))
      case 0x00..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069:
        let value = UInt16(scalar.value)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: hexadecimal([UInt8(value >> 8), UInt8(value & 0xFF)]).utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

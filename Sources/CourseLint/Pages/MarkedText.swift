import SourceCore

/// An example's text without its marks, and where they were.
public struct MarkedText: Sendable, Hashable {
  /// The text as it would stand in a file.
  public let bytes: [UInt8]
  /// What `⟦…⟧` enclosed, in the order of the opening marks.
  public let ranges: [ByteRange]

  private static let opening: [UInt8] = Array("⟦".utf8)
  private static let closing: [UInt8] = Array("⟧".utf8)
  private static let byteOpening: [UInt8] = Array("‹".utf8)
  private static let byteClosing: [UInt8] = Array("›".utf8)

  /// Takes the marks out of a text, and puts the byte 0xE9 where it says `‹E9›`.
  public init(_ text: String) {
    let marked = Array(text.utf8)
    var bytes: [UInt8] = []
    var ranges: [ByteRange] = []
    var open: [Int] = []
    var i = 0
    while i < marked.count {
      let rest = marked[i...]
      if rest.starts(with: Self.opening) {
        open.append(ranges.count)
        ranges.append(ByteRange(bytes.count, bytes.count))
        i += Self.opening.count
      } else if rest.starts(with: Self.closing), let last = open.popLast() {
        ranges[last].upper = UInt32(bytes.count)
        i += Self.closing.count
      } else if let byte = Self.byte(rest) {
        bytes.append(byte)
        i += Self.byteOpening.count + 2 + Self.byteClosing.count
      } else {
        bytes.append(marked[i])
        i += 1
      }
    }
    self.bytes = bytes
    self.ranges = ranges
  }

  /// What `⟦…⟧` encloses as the example writes it, marks of bytes included; in the order of `ranges`.
  static func written(_ text: String) -> [String] {
    var spans: [String.UnicodeScalarView] = []
    var open: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append(spans.count)
        spans.append(String.UnicodeScalarView())
      case "⟧": _ = open.popLast()
      default: for i in open { spans[i].append(scalar) }
      }
    }
    return spans.map { String($0) }
  }

  private static func byte(_ rest: ArraySlice<UInt8>) -> UInt8? {
    guard rest.starts(with: byteOpening) else { return nil }
    let digits = rest.dropFirst(byteOpening.count).prefix(2)
    guard rest.dropFirst(byteOpening.count + 2).starts(with: byteClosing) else { return nil }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

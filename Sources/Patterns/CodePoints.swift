/// Sets of code points as sorted, disjoint ranges, with the classes that ECMA-262 names.
struct CodePoints {
  private(set) var ranges: [ClosedRange<UInt32>] = []

  static let last: UInt32 = 0x10FFFF

  /// What `\d` matches: ASCII digits only.
  static let digits = CodePoints([0x30...0x39])
  /// What `\w` matches: ASCII only.
  static let wordCharacters = CodePoints([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// What `\s` matches: white space and line ends of ECMA-262.
  static let blanks = CodePoints([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  /// What `.` does not match.
  static let lineEnds = CodePoints([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])

  init(_ ranges: [ClosedRange<UInt32>] = []) { self.ranges = ranges }

  /// Whether a character is white space or a line end.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return value == 0x20 || value >= 0x09 && value <= 0x0D }
    return blanks.ranges.contains { $0.contains(value) }
  }

  mutating func add(_ range: ClosedRange<UInt32>) { ranges.append(range) }

  mutating func add(_ other: CodePoints) { ranges += other.ranges }

  /// All other code points; the ranges must be sorted and disjoint.
  var inverted: CodePoints {
    var inverted = CodePoints()
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { inverted.add(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.last { inverted.add(next...Self.last) }
    return inverted
  }

  /// The ranges as they stand inside a class of PCRE2, without the surrogates, which no text holds.
  var text: String {
    var text = ""
    for range in ranges {
      if range.lowerBound < 0xD800 {
        text += Self.text(range.lowerBound...min(range.upperBound, 0xD7FF))
      }
      if range.upperBound > 0xDFFF {
        text += Self.text(max(range.lowerBound, 0xE000)...range.upperBound)
      }
    }
    return text
  }

  /// One code point as PCRE2 reads it anywhere.
  static func text(_ value: UInt32) -> String { "\\x{\(String(value, radix: 16))}" }

  private static func text(_ range: ClosedRange<UInt32>) -> String {
    range.count == 1
      ? text(range.lowerBound) : text(range.lowerBound) + "-" + text(range.upperBound)
  }
}

import SourceCore

/// What markdownlint takes for whitespace: ECMAScript's `\s`, with the blanks of Unicode.
enum Whitespace {
  /// How many bytes the whitespace character at an index has; 0 where there is none.
  static func length(at index: Int, to end: Int, in bytes: [UInt8]) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || byte >= 0x09 && byte <= 0x0D ? 1 : 0 }
    if byte == 0xC2 { return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0 }
    guard byte <= 0xEF, index + 2 < end else { return 0 }
    return isWide(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
  }

  /// Where the whitespace at the end of a range starts.
  static func trimmedEnd(_ range: ByteRange, in bytes: [UInt8]) -> Int {
    var end = range.end
    while end > range.start {
      let byte = bytes[end - 1]
      if byte == 0x20 || byte >= 0x09 && byte <= 0x0D {
        end -= 1
      } else if byte < 0x80 {
        break
      } else if byte == 0xA0, end - 2 >= range.start, bytes[end - 2] == 0xC2 {
        end -= 2
      } else if end - 3 >= range.start, isWide(bytes[end - 3], bytes[end - 2], byte) {
        end -= 3
      } else {
        break
      }
    }
    return end
  }

  /// Whether a range ends with what Markdown takes for a blank, a space or a tab.
  static func endsWithBlank(_ range: ByteRange, in bytes: [UInt8]) -> Bool {
    !range.isEmpty && (bytes[range.end - 1] == 0x20 || bytes[range.end - 1] == 0x09)
  }

  /// Whether a range holds nothing else.
  static func isBlank(_ range: ByteRange, in bytes: [UInt8]) -> Bool {
    trimmedEnd(range, in: bytes) == range.start
  }

  private static func isWide(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE1, 0x9A), (0xE3, 0x80): c == 0x80
    case (0xE2, 0x80): c <= 0x8A || c == 0xA8 || c == 0xA9 || c == 0xAF
    case (0xE2, 0x81): c == 0x9F
    case (0xEF, 0xBB): c == 0xBF
    default: false
    }
  }
}

/// Finds where words end in UTF-8 bytes.
enum Words {
  /// Whether a byte belongs to a word: a letter, a digit, `_`, or part of a character beyond ASCII.
  static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
    default: false
    }
  }

  /// Whether `range` is neither preceded nor followed by more of a word.
  static func stand(alone range: Range<Int>, in bytes: [UInt8]) -> Bool {
    if range.lowerBound > 0, isPart(bytes[range.lowerBound - 1]),
      !endsPunctuation(bytes, before: range.lowerBound)
    {
      return false
    }
    return range.upperBound >= bytes.count || !isPart(bytes[range.upperBound])
      || startsPunctuation(bytes, at: range.upperBound)
  }

  /// Whether the character before `end` is one of U+2000…U+206F (dashes, quotes, spaces), a
  /// no-break space or one of « ».
  private static func endsPunctuation(_ bytes: [UInt8], before end: Int) -> Bool {
    if end >= 2, bytes[end - 2] == 0xC2 {
      return bytes[end - 1] == 0xA0 || bytes[end - 1] == 0xAB || bytes[end - 1] == 0xBB
    }
    return end >= 3 && bytes[end - 3] == 0xE2 && (bytes[end - 2] == 0x80 || bytes[end - 2] == 0x81)
  }

  private static func startsPunctuation(_ bytes: [UInt8], at start: Int) -> Bool {
    if bytes[start] == 0xC2, start + 1 < bytes.count {
      return bytes[start + 1] == 0xA0 || bytes[start + 1] == 0xAB || bytes[start + 1] == 0xBB
    }
    return bytes[start] == 0xE2 && start + 1 < bytes.count
      && (bytes[start + 1] == 0x80 || bytes[start + 1] == 0x81)
  }
}

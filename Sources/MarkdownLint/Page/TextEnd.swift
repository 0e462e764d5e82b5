import SourceCore

/// What stands at the end of a heading and ends with a mark that is no punctuation.
enum TextEnd {
  /// Whether a text ends with a reference to a character (`&copy;`) or an emoji's name (`:wave:`).
  static func isReference(_ text: ByteRange, in bytes: [UInt8]) -> Bool {
    guard text.count > 2 else { return false }
    switch bytes[text.end - 1] {
    case UInt8(ascii: ";"): return isEntity(text, bytes)
    case UInt8(ascii: ":"): return isEmoji(text, bytes)
    default: return false
    }
  }

  private static func isEntity(_ text: ByteRange, _ bytes: [UInt8]) -> Bool {
    let limit = text.end - 1
    var start = limit
    while start > text.start,
      isAlphanumeric(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "#")
    {
      start -= 1
    }
    guard start > text.start, bytes[start - 1] == UInt8(ascii: "&"), start < limit else {
      return false
    }
    let name = bytes[start..<limit]
    if name.first == UInt8(ascii: "#") {
      let number = name.dropFirst()
      if number.first.map({ $0 | 0x20 }) == UInt8(ascii: "x") {
        return number.count > 1 && number.dropFirst().allSatisfy(isHexadecimal)
      }
      return !number.isEmpty && number.allSatisfy(isDigit)
    }
    if name.allSatisfy(isLetter) { return name.count >= 2 && name.count <= 31 }
    // The few names with digits.
    for (stem, digits) in [("blk", 2), ("frac", 2), ("sup", 1)]
    where name.starts(with: stem.utf8) && name.count == stem.utf8.count + digits {
      return name.dropFirst(stem.utf8.count).allSatisfy(isDigit)
    }
    return ["emsp13", "emsp14", "there4"].contains { name.elementsEqual($0.utf8) }
  }

  private static func isEmoji(_ text: ByteRange, _ bytes: [UInt8]) -> Bool {
    let limit = text.end - 1
    var start = limit
    while start > text.start, limit - start <= 200, bytes[start - 1] != UInt8(ascii: ":") {
      start -= 1
    }
    guard start > text.start, bytes[start - 1] == UInt8(ascii: ":"), start < limit else {
      return false
    }
    let name = bytes[start..<limit]
    if isWords(name) || odd.contains(where: { name.elementsEqual($0.utf8) }) { return true }
    if name.starts(with: "clock".utf8) {
      let digits = name.dropFirst(5)
      return digits.count >= 1 && digits.count <= 4 && digits.allSatisfy(isDigit)
    }
    return false
  }

  /// Names that are no lower-case words.
  private static let odd = [
    "a", "b", "m", "o", "v", "x", "-1", "+1", "100", "1234", "1st_place_medal", "2nd_place_medal",
    "3rd_place_medal", "8ball", "e-mail", "non-potable_water", "o2", "t-rex", "u5272", "u5408",
    "u55b6", "u6307", "u6708", "u6709", "u6e80", "u7121", "u7533", "u7981", "u7a7a",
  ]

  /// `wave`, `v2`, `man_in_tuxedo`, `flag_1`.
  private static func isWords(_ name: ArraySlice<UInt8>) -> Bool {
    let parts = name.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard let first = parts.first else { return false }
    if parts.count == 1 {
      let word = first.last == UInt8(ascii: "2") ? first.dropLast() : first
      return word.count >= 2 && word.count <= 15 && word.allSatisfy(isLower)
    }
    return (1...14).contains(first.count) && first.allSatisfy(isLower)
      && parts.dropFirst().allSatisfy { part in
        (1...16).contains(part.count) && part.allSatisfy { isLower($0) || isDigit($0) }
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
  }
}

import SourceCore

/// A comment `<!-- markdownlint-… -->`.
struct InlineComment {
  /// What it asks for.
  enum Action: String, CaseIterable {
    case disable, enable, capture, restore
    case disableFile = "disable-file"
    case enableFile = "enable-file"
    case disableLine = "disable-line"
    case disableNextLine = "disable-next-line"
    case configureFile = "configure-file"
  }

  /// What it asks for.
  let action: Action
  /// Where its `<!--` stands.
  let start: Int
  /// The bytes between its name and its `-->`.
  let parameter: Range<Int>

  /// The comments of a text from an offset on, in order; of what is not closed, none.
  ///
  /// One scan: each byte is looked at once for starts and once for ends.
  static func all(in bytes: [UInt8], from start: Int) -> [InlineComment] {
    var comments: [InlineComment] = []
    var at = start
    var close = 0
    while let open = ByteSearch.first("<!--", in: bytes, from: at) {
      at = open + 4
      guard let (action, end, next) = beginning(bytes, open) else { continue }
      if close < end {
        guard let found = ByteSearch.first("-->", in: bytes, from: end) else { break }
        close = found
      }
      comments.append(InlineComment(action: action, start: open, parameter: end..<close))
      at = next
    }
    return comments
  }

  /// The action of a comment that begins at `open`, where its name ends, and where to look on.
  private static func beginning(_ bytes: [UInt8], _ open: Int) -> (Action, Int, Int)? {
    var at = open + 4
    while let width = blank(bytes, at) { at += width }
    guard has("markdownlint-", bytes, at) else { return nil }
    at += 13
    let name = at
    while at < bytes.count, isNameByte(bytes[at]) {
      // A dash may be the first of the comment's end.
      if bytes[at] == UInt8(ascii: "-"), has("-->", bytes, at) { break }
      at += 1
      if at - name > 20 { return nil }
    }
    let text = asciiLowercased(String(decoding: bytes[name..<at], as: UTF8.self))
    guard let action = Action(rawValue: text) else { return nil }
    if let width = blank(bytes, at) { return (action, at, at + width) }
    return has("-->", bytes, at) ? (action, at, at + 3) : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-")
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  /// Whether a text in lower case stands at an offset, in letters of either case.
  private static func has(_ text: StaticString, _ bytes: [UInt8], _ at: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    return text.withUTF8Buffer { wanted in
      for i in 0..<count {
        let byte = bytes[at + i]
        let isLetter = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        if (isLetter ? byte | 0x20 : byte) != wanted[i] { return false }
      }
      return true
    }
  }

  /// How many bytes the white space at an offset takes; nil where there is none.
  static func blank(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return at + 1 < bytes.count && bytes[at + 1] == 0xA0 ? 2 : nil
    case 0xE1...0xEF:
      guard at + 2 < bytes.count else { return nil }
      switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
      case (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF),
        (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF):
        return 3
      default: return nil
      }
    default: return nil
    }
  }
}

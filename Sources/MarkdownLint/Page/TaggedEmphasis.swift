import SourceCore

/// Emphasis inside a block of HTML, which is no Markdown, but which markdownlint reads as such.
enum TaggedEmphasis {
  /// The emphasised text of a block that holds nothing else but tags; nil for all others.
  static func text(_ block: ByteRange, in bytes: [UInt8]) -> ByteRange? {
    if Whitespace.endsWithBlank(block, in: bytes) { return nil }
    var index = skipTags(block.start, block.end, bytes)
    guard index < block.end else { return nil }
    let mark = bytes[index]
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return nil }
    let opening = index
    while index < block.end, bytes[index] == mark { index += 1 }
    let marks = index - opening
    guard marks <= 2 else { return nil }
    let start = index
    while index < block.end, isPlain(bytes[index]) { index += 1 }
    let end = index
    while index < block.end, bytes[index] == mark { index += 1 }
    let text = ByteRange(start, end)
    guard index - end == marks, !text.isEmpty,
      Whitespace.length(at: start, to: end, in: bytes) == 0,
      Whitespace.trimmedEnd(text, in: bytes) == end, !holdsDirective(text, in: bytes),
      skipTags(index, block.end, bytes) == block.end
    else { return nil }
    return text
  }

  /// Whether `:name` stands in a text, which markdownlint 0.40 reads as a directive.
  static func holdsDirective(_ text: ByteRange, in bytes: [UInt8]) -> Bool {
    let colon = UInt8(ascii: ":")
    for index in text.indices where bytes[index] == colon {
      if index > text.start, bytes[index - 1] == colon { continue }
      var end = index + 1
      while end < text.end, isName(bytes[end], isFirst: end == index + 1) { end += 1 }
      guard end > index + 1, end == text.end || bytes[end] != colon else { continue }
      if bytes[end - 1] != UInt8(ascii: "-"), bytes[end - 1] != UInt8(ascii: "_") { return true }
    }
    return false
  }

  /// Whether a byte may belong to a directive's name; what is not ASCII is taken for letters.
  private static func isName(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF:
      true
    case UInt8(ascii: "-"), UInt8(ascii: "_"): !isFirst
    default: false
    }
  }

  private static func skipTags(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
    var index = start
    while index < end {
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
      } else if bytes[index] == UInt8(ascii: "<") {
        var close = index
        while close < end, bytes[close] != UInt8(ascii: ">"), bytes[close] != 0x0A { close += 1 }
        guard close < end, bytes[close] == UInt8(ascii: ">") else { return index }
        index = close + 1
      } else {
        return index
      }
    }
    return index
  }

  /// Whether a character can only be text.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"),
      UInt8(ascii: "$"), 0x0A, 0x0D:
      false
    default: true
    }
  }
}

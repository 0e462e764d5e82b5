import SourceCore

/// Puts dots in the place of HTML comments' text, as markdownlint does before its rules look.
enum CommentMask {
  /// The bytes with the text of comments replaced; all other bytes stay where they are.
  ///
  /// Blanks inside a comment stay, but for those at the end of a line. A comment that is none for
  /// CommonMark is left alone, unless only blanks stand in front of it in its line.
  static func cleared(_ source: [UInt8]) -> [UInt8] {
    var out = source
    var at = 0
    while let open = ByteSearch.first("<!--", in: source, from: at) {
      guard let close = ByteSearch.first("-->", in: source, from: open + 2) else {
        break
      }
      let content = open + 4
      if close > content, isComment(source, open: open, content..<close) {
        clear(&out, content..<close)
      }
      at = close + 3
    }
    return out
  }

  private static func isComment(_ source: [UInt8], open: Int, _ content: Range<Int>) -> Bool {
    var lineStart = open
    var isBlock = true
    while lineStart > 0, source[lineStart - 1] != UInt8(ascii: "\n") {
      lineStart -= 1
      if source[lineStart] > 0x20 { isBlock = false }
    }
    if isBlock { return true }
    var pipe = lineStart
    while source[pipe] == UInt8(ascii: " ") { pipe += 1 }
    let bytes = source[content]
    if source[pipe] == UInt8(ascii: "|"), bytes.contains(UInt8(ascii: "\n")) { return false }
    let dash = UInt8(ascii: "-")
    if bytes.first == UInt8(ascii: ">") || bytes.starts(with: [dash, UInt8(ascii: ">")])
      || bytes.last == dash
    {
      return false
    }
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == dash, previous == dash { return false }
      previous = byte
    }
    return true
  }

  private static func clear(_ out: inout [UInt8], _ content: Range<Int>) {
    var blanks = content.lowerBound
    for i in content {
      switch out[i] {
      case UInt8(ascii: " "): continue
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        for blank in blanks..<i { out[blank] = UInt8(ascii: ".") }
      default: out[i] = UInt8(ascii: ".")
      }
      blanks = i + 1
    }
  }
}

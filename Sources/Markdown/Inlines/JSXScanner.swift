/// Reads the expressions and tags of MDX.
enum JSXScanner {
  /// The offset after the brace that matches the one at `start`.
  static func expressionEnd(_ view: ByteView, at start: Int, limit: Int) -> Int? {
    var depth = 0
    for index in start..<limit {
      if view[index] == UInt8(ascii: "{") { depth += 1 }
      if view[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }

  /// The offset after the tag at `start`; nil where none starts there, 0 where nothing ends it.
  static func tagEnd(_ view: ByteView, at start: Int, limit: Int) -> Int? {
    var index = start + 1
    if index < limit, view[index] == UInt8(ascii: "/") { index += 1 }
    guard index < limit else { return nil }
    // `<>` and `</>` are fragments.
    if view[index] == UInt8(ascii: ">") { return index + 1 }
    guard Bytes.isLetter(view[index]) else { return nil }
    while index < limit, Bytes.isAlphanumeric(view[index]) || isNamePart(view[index]) {
      index += 1
    }
    // `<https://…>` and the like are links.
    guard index < limit else { return 0 }
    guard
      Bytes.isWhitespace(view[index]) || view[index] == UInt8(ascii: "/")
        || view[index] == UInt8(ascii: ">")
    else { return nil }
    var depth = 0
    var quote: UInt8 = 0
    while index < limit {
      let byte = view[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
      } else if depth <= 0, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if depth <= 0, byte == UInt8(ascii: ">") {
        return index + 1
      } else if depth <= 0, byte == UInt8(ascii: "<") {
        return nil
      }
      index += 1
    }
    return 0
  }

  /// Whether a line begins with a tag that only JSX allows: a capital letter, a fragment, or an
  /// attribute in braces.
  static func isElement(_ view: ByteView, at start: Int, limit: Int) -> Bool {
    var index = start + 1
    if index < limit, view[index] == UInt8(ascii: "/") { index += 1 }
    guard index < limit else { return false }
    if view[index] == UInt8(ascii: ">") || view[index] &- 0x41 < 26 { return true }
    guard Bytes.isLetter(view[index]) else { return false }
    while index + 1 < limit, view[index] != UInt8(ascii: ">") {
      if view[index] == UInt8(ascii: "="), view[index + 1] == UInt8(ascii: "{") { return true }
      index += 1
    }
    return false
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}

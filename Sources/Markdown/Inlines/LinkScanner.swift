/// Reads the parts of links and link definitions.
enum LinkScanner {
  /// A link definition's parts, and the offset after the line it ends on.
  struct Definition {
    var label: Range<Int>
    var destination: Range<Int>
    var title: Range<Int>?
    var end: Int
  }

  /// The parts of `(destination "title")`, and the offset after the parenthesis.
  struct Tail {
    var destination: Range<Int>
    var title: Range<Int>?
    var end: Int
  }

  /// Reads `[label]` at `start`; the label holds no unescaped bracket, something that is not blank,
  /// and at most 999 characters.
  static func label(_ bytes: ByteView, at start: Int) -> Range<Int>? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    var characters = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "]") { return start + 1..<index }
      if byte == UInt8(ascii: "[") { return nil }
      if byte & 0xC0 != 0x80 {
        characters += 1
        if characters > 999 { return nil }
      }
      index += 1
      if byte == UInt8(ascii: "\\"), index < bytes.count, Bytes.isPunctuation(bytes[index]) {
        index += 1
        characters += 1
      }
    }
    return nil
  }

  static func isBlank(_ bytes: ByteView, _ range: Range<Int>) -> Bool {
    for index in range where !Bytes.isWhitespace(bytes[index]) { return false }
    return true
  }

  /// Reads a link destination at `start`: its range without `<>`, and the offset after it.
  ///
  /// Where the grammar has templates, one may be in it, whatever blanks it holds.
  static func destination(
    _ bytes: ByteView, at start: Int, _ grammar: Grammar
  ) -> (range: Range<Int>, end: Int)? {
    guard start < bytes.count else { return nil }
    var index = start
    if bytes[start] == UInt8(ascii: "<") {
      index += 1
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: ">"): return (start + 1..<index, index + 1)
        case UInt8(ascii: "<"), 0x0A: return nil
        case UInt8(ascii: "\\") where index + 1 < bytes.count && bytes[index + 1] != 0x0A:
          index += 2
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    scan: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\")
      where index + 1 < bytes.count && Bytes.isPunctuation(bytes[index + 1]):
        index += 1
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case let byte where Bytes.isControlOrSpace(byte):
        break scan
      case UInt8(ascii: "{") where !grammar.isDisjoint(with: .templates):
        if let end = templateEnd(bytes, at: index, grammar) { index = end - 1 }
      default: break
      }
      index += 1
    }
    return depth == 0 ? (start..<index, index) : nil
  }

  private static func templateEnd(_ bytes: ByteView, at start: Int, _ grammar: Grammar) -> Int? {
    guard
      let delimiters = TemplateScanner.opening(
        bytes, at: start, limit: bytes.count, grammar.intersection(.templates))
    else { return nil }
    let inside = start + TemplateScanner.openingLength(delimiters)
    return TemplateScanner.end(bytes, from: inside, limit: bytes.count, delimiters)
  }

  /// Reads a quoted title at `start`: its range without quotes; it ends one byte later.
  static func title(_ bytes: ByteView, at start: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
    case UInt8(ascii: "'"): close = UInt8(ascii: "'")
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == close { return start + 1..<index }
      if byte == UInt8(ascii: "("), close == UInt8(ascii: ")") { return nil }
      index += byte == UInt8(ascii: "\\") && index + 1 < bytes.count ? 2 : 1
    }
    return nil
  }

  /// The offset after blanks and at most one line ending; content never holds a blank line.
  static func skipWhitespace(_ bytes: ByteView, at start: Int) -> Int {
    var index = start
    while index < bytes.count, Bytes.isWhitespace(bytes[index]) { index += 1 }
    return index
  }

  /// Reads `(destination "title")` at `start`, where both parts may be missing.
  static func tail(_ bytes: ByteView, at start: Int, _ grammar: Grammar) -> Tail? {
    var index = skipWhitespace(bytes, at: start + 1)
    guard let destination = destination(bytes, at: index, grammar) else { return nil }
    index = skipWhitespace(bytes, at: destination.end)
    var title: Range<Int>?
    if index > destination.end, let found = self.title(bytes, at: index) {
      title = found
      index = skipWhitespace(bytes, at: found.upperBound + 1)
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
    return Tail(destination: destination.range, title: title, end: index + 1)
  }

  /// Reads a link definition that starts at `start`, at the beginning of a line.
  static func definition(
    _ bytes: ByteView, at start: Int, _ grammar: Grammar
  ) -> Definition? {
    guard let label = label(bytes, at: start), !isBlank(bytes, label) else { return nil }
    var index = label.upperBound + 1
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
    index = skipWhitespace(bytes, at: index + 1)
    guard index < bytes.count, let destination = destination(bytes, at: index, grammar) else {
      return nil
    }
    if destination.range.isEmpty, destination.end == index { return nil }
    let titleStart = skipWhitespace(bytes, at: destination.end)
    if titleStart > destination.end, let title = title(bytes, at: titleStart),
      let end = lineEnd(bytes, after: title.upperBound + 1)
    {
      return Definition(label: label, destination: destination.range, title: title, end: end)
    }
    guard let end = lineEnd(bytes, after: destination.end) else { return nil }
    return Definition(label: label, destination: destination.range, title: nil, end: end)
  }

  /// Where the next line starts, if nothing but blanks is left of this one.
  private static func lineEnd(_ bytes: ByteView, after start: Int) -> Int? {
    var index = start
    while index < bytes.count, Bytes.isBlank(bytes[index]) { index += 1 }
    if index == bytes.count { return index }
    return bytes[index] == 0x0A ? index + 1 : nil
  }
}

/// Recognises HTML: tags and the other constructs of raw HTML, and the starts and ends of blocks.
enum HTMLScanner {
  /// The offset after an open or closing tag whose `<` stands at `start`.
  static func tagEnd(_ bytes: ByteView, at start: Int, limit: Int) -> Int? {
    var index = start + 1
    guard index < limit else { return nil }
    let isClosing = bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard index < limit, Bytes.isLetter(bytes[index]) else { return nil }
    while index < limit, Bytes.isAlphanumeric(bytes[index]) || bytes[index] == UInt8(ascii: "-") {
      index += 1
    }
    if !isClosing { index = attributesEnd(bytes, at: index, limit: limit) }
    while index < limit, Bytes.isWhitespace(bytes[index]) { index += 1 }
    if !isClosing, index < limit, bytes[index] == UInt8(ascii: "/") { index += 1 }
    guard index < limit, bytes[index] == UInt8(ascii: ">") else { return nil }
    return index + 1
  }

  private static func attributesEnd(_ bytes: ByteView, at start: Int, limit: Int) -> Int {
    var end = start
    while true {
      var index = end
      while index < limit, Bytes.isWhitespace(bytes[index]) { index += 1 }
      guard index > end, index < limit, isNameStart(bytes[index]) else { return end }
      while index < limit, isName(bytes[index]) { index += 1 }
      end = index
      while index < limit, Bytes.isWhitespace(bytes[index]) { index += 1 }
      guard index < limit, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < limit, Bytes.isWhitespace(bytes[index]) { index += 1 }
      guard let value = valueEnd(bytes, at: index, limit: limit) else { return end }
      end = value
    }
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    Bytes.isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isNameStart(byte) || Bytes.isDigit(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  private static func valueEnd(_ bytes: ByteView, at start: Int, limit: Int) -> Int? {
    guard start < limit else { return nil }
    var index = start
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < limit, bytes[index] != quote { index += 1 }
      return index < limit ? index + 1 : nil
    }
    scan: while index < limit, !Bytes.isWhitespace(bytes[index]) {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "`"):
        break scan
      default: index += 1
      }
    }
    return index > start ? index : nil
  }

  /// The offset after the first occurrence of a word at or after `start`.
  static func find(_ word: StaticString, _ bytes: ByteView, from start: Int, to limit: Int) -> Int?
  {
    var index = start
    while index + word.utf8CodeUnitCount <= limit {
      if has(word, bytes, at: index, limit: limit) { return index + word.utf8CodeUnitCount }
      index += 1
    }
    return nil
  }

  /// Whether a word, written in lower case, stands at an offset in any case.
  static func has(_ word: StaticString, _ bytes: ByteView, at start: Int, limit: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start + count <= limit else { return false }
    for offset in 0..<count where Bytes.lowercased(bytes[start + offset]) != word.utf8Start[offset]
    {
      return false
    }
    return true
  }

  // MARK: Blocks

  /// Which of the specification's seven start conditions an HTML block meets; 0 for none.
  static func blockCondition(
    _ bytes: ByteView, at start: Int, end: Int, mayBeAnyTag: Bool
  ) -> Int {
    var index = start + 1
    guard index < end else { return 0 }
    if bytes[index] == UInt8(ascii: "!") {
      if has("<!--", bytes, at: start, limit: end) { return 2 }
      if has("<![cdata[", bytes, at: start, limit: end) {
        return bytes[start + 3] == UInt8(ascii: "C") ? 5 : 0
      }
      return index + 1 < end && Bytes.isLetter(bytes[index + 1]) ? 4 : 0
    }
    if bytes[index] == UInt8(ascii: "?") { return 3 }
    let isClosing = bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let name = index
    while index < end, Bytes.isAlphanumeric(bytes[index]) { index += 1 }
    guard index > name, Bytes.isLetter(bytes[name]) else { return 0 }
    let tag = ByteView(rebasing: bytes[name..<index])
    let isRaw = HTMLTagNames.contains(tag, in: HTMLTagNames.raw)
    let isEnded =
      index == end || Bytes.isWhitespace(bytes[index]) || bytes[index] == UInt8(ascii: ">")
    if isRaw, !isClosing, isEnded { return 1 }
    let isSelfClosed =
      index + 1 < end && bytes[index] == UInt8(ascii: "/")
      && bytes[index + 1] == UInt8(ascii: ">")
    if isEnded || isSelfClosed, HTMLTagNames.contains(tag, in: HTMLTagNames.block) { return 6 }
    guard mayBeAnyTag, !isRaw || isClosing, let tagEnd = tagEnd(bytes, at: start, limit: end)
    else { return 0 }
    for offset in tagEnd..<end where !Bytes.isWhitespace(bytes[offset]) { return 0 }
    return 7
  }

  /// Whether an HTML block that began with a condition ends with this line.
  static func endsBlock(
    _ bytes: ByteView, from start: Int, to end: Int, condition: Int
  ) -> Bool {
    switch condition {
    case 1:
      for offset in start..<end where bytes[offset] == UInt8(ascii: "<") {
        if has("</script>", bytes, at: offset, limit: end)
          || has("</pre>", bytes, at: offset, limit: end)
          || has("</style>", bytes, at: offset, limit: end)
          || has("</textarea>", bytes, at: offset, limit: end)
        {
          return true
        }
      }
      return false
    case 2: return find("-->", bytes, from: start, to: end) != nil
    case 3: return find("?>", bytes, from: start, to: end) != nil
    case 4: return find(">", bytes, from: start, to: end) != nil
    case 5: return find("]]>", bytes, from: start, to: end) != nil
    default: return false
    }
  }
}

/// Recognises links that are written as their destination.
enum AutolinkScanner {
  // MARK: In angle brackets

  /// Reads `<scheme:…>` or `<name@host>` whose `<` stands at `start`.
  static func angle(_ view: ByteView, at start: Int) -> (end: Int, isAddress: Bool)? {
    if let end = schemeLink(view, at: start) { return (end, false) }
    if let end = address(view, at: start) { return (end, true) }
    return nil
  }

  private static func schemeLink(_ view: ByteView, at start: Int) -> Int? {
    var index = start + 1
    guard index < view.count, Bytes.isLetter(view[index]) else { return nil }
    while index < view.count, index - start <= 33, isSchemeByte(view[index]) { index += 1 }
    let length = index - start - 1
    guard length >= 2, length <= 32, index < view.count, view[index] == UInt8(ascii: ":") else {
      return nil
    }
    while index < view.count {
      let byte = view[index]
      if byte == UInt8(ascii: ">") { return index + 1 }
      if byte == UInt8(ascii: "<") || byte &- 1 < 0x20 { return nil }
      index += 1
    }
    return nil
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    Bytes.isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  private static func address(_ view: ByteView, at start: Int) -> Int? {
    var index = start + 1
    while index < view.count, isLocalByte(view[index]) { index += 1 }
    guard index > start + 1, index < view.count, view[index] == UInt8(ascii: "@") else {
      return nil
    }
    while true {
      // A label: letters, digits and inner hyphens, 63 at most.
      let label = index + 1
      index = label
      while index < view.count,
        Bytes.isAlphanumeric(view[index]) || view[index] == UInt8(ascii: "-")
      {
        index += 1
      }
      guard index > label, index - label <= 63, index < view.count,
        view[label] != UInt8(ascii: "-"), view[index - 1] != UInt8(ascii: "-")
      else { return nil }
      if view[index] == UInt8(ascii: ">") { return index + 1 }
      guard view[index] == UInt8(ascii: ".") else { return nil }
    }
  }

  private static func isLocalByte(_ byte: UInt8) -> Bool {
    if Bytes.isAlphanumeric(byte) { return true }
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"),
      UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
      UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"), UInt8(ascii: "-"):
      return true
    default: return false
    }
  }

  // MARK: Bare, as cmark-gfm reads them

  /// Whether `://` stands at an offset.
  @inline(__always) static func mayBeURL(_ view: ByteView, at colon: Int) -> Bool {
    colon + 3 < view.count && view[colon + 1] == UInt8(ascii: "/")
      && view[colon + 2] == UInt8(ascii: "/")
  }

  /// Whether `www.` stands at an offset.
  @inline(__always) static func mayBeWWW(_ view: ByteView, at start: Int) -> Bool {
    start + 4 < view.count && view[start] == UInt8(ascii: "w")
      && view[start + 1] == UInt8(ascii: "w") && view[start + 2] == UInt8(ascii: "w")
      && view[start + 3] == UInt8(ascii: ".")
  }

  /// The link whose `://` stands at `colon`: `http`, `https` or `ftp`, and a host after it.
  static func url(_ view: ByteView, colon: Int, failedHostEnd: inout Int) -> Range<Int>? {
    var start = colon
    while start > 0, colon - start < 6, Bytes.isLetter(view[start - 1]) { start -= 1 }
    let isKnown =
      colon - start == 4 && HTMLScanner.has("http", view, at: start, limit: colon)
      || colon - start == 5 && HTMLScanner.has("https", view, at: start, limit: colon)
      || colon - start == 3 && HTMLScanner.has("ftp", view, at: start, limit: colon)
    guard isKnown, isHost(view, at: colon + 3),
      let host = hostEnd(view, from: colon + 3, mayBeShort: true, failed: &failedHostEnd)
    else { return nil }
    let end = trimmedEnd(view, from: start, to: spaceless(view, from: host))
    return end > start ? start..<end : nil
  }

  /// The link whose `www.` stands at `start`, after a blank or a delimiter.
  static func www(_ view: ByteView, at start: Int, failedHostEnd: inout Int) -> Range<Int>? {
    if start > 0 {
      switch view[start - 1] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): break
      case let byte where Bytes.isWhitespace(byte): break
      default: return nil
      }
    }
    guard let host = hostEnd(view, from: start, mayBeShort: false, failed: &failedHostEnd) else {
      return nil
    }
    let end = trimmedEnd(view, from: start, to: spaceless(view, from: host))
    return end > start ? start..<end : nil
  }

  /// Where a host name ends: no underscore in its last two parts, and a dot unless it may be short.
  private static func hostEnd(
    _ view: ByteView, from start: Int, mayBeShort: Bool, failed: inout Int
  ) -> Int? {
    guard start >= failed else { return nil }
    var index = start + 1
    var dots = 0
    var underscoresBefore = 0
    var underscores = 0
    while index + 1 < view.count {
      let byte = view[index]
      if byte == UInt8(ascii: "_") {
        underscores += 1
      } else if byte == UInt8(ascii: ".") {
        underscoresBefore = underscores
        underscores = 0
        dots += 1
      } else if byte != UInt8(ascii: "-"), !isHost(view, at: index) {
        break
      }
      index += 1
    }
    if underscores > 0 || underscoresBefore > 0 || dots == 0 && !mayBeShort {
      failed = index
      return nil
    }
    return index
  }

  private static func isHost(_ view: ByteView, at index: Int) -> Bool {
    guard index < view.count else { return false }
    if view[index] < 0x80 { return Bytes.isAlphanumeric(view[index]) }
    // The middle of a character was judged with its first byte.
    if view[index] & 0xC0 == 0x80 { return true }
    return ScalarClass.after(index, in: view) == .other
  }

  private static func spaceless(_ view: ByteView, from start: Int) -> Int {
    var index = start
    while index < view.count, !Bytes.isWhitespace(view[index]), view[index] != UInt8(ascii: "<") {
      index += 1
    }
    return index
  }

  /// Where a link ends, without punctuation that belongs to the sentence around it.
  static func trimmedEnd(_ view: ByteView, from start: Int, to limit: Int) -> Int {
    var opening = 0
    var closing = 0
    for index in start..<limit {
      if view[index] == UInt8(ascii: "(") { opening += 1 }
      if view[index] == UInt8(ascii: ")") { closing += 1 }
    }
    var end = limit
    while end > start {
      switch view[end - 1] {
      case UInt8(ascii: ")"):
        guard closing > opening else { return end }
        closing -= 1
        end -= 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ";"):
        // What looks like an entity at the end is taken off whole.
        var entity = end - 2
        while entity > start, Bytes.isLetter(view[entity]) { entity -= 1 }
        if entity >= start, entity < end - 2, view[entity] == UInt8(ascii: "&") {
          end = entity
        } else {
          end -= 1
        }
      default: return end
      }
    }
    return end
  }

  /// The address around an `@`, and whether it is written with `mailto:` or `xmpp:`.
  static func bareAddress(
    _ view: ByteView, at sign: Int, from lower: Int, to upper: Int
  ) -> (range: Range<Int>, hasScheme: Bool)? {
    var start = sign
    while start > lower, isAddressByte(view[start - 1]) { start -= 1 }
    guard start < sign else { return nil }
    // An escaped character before it may be part of the name: better no link than half of one.
    if start == lower, lower > 1, view[lower - 2] == UInt8(ascii: "\\"),
      isAddressByte(view[lower - 1])
    {
      return nil
    }
    let scheme = self.scheme(view, before: start, from: lower)
    var end = sign + 1
    var dots = 0
    scan: while end < upper {
      switch view[end] {
      case let byte where Bytes.isAlphanumeric(byte): break
      case UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case UInt8(ascii: "/") where scheme.isChat: break
      case UInt8(ascii: ".") where end + 1 < upper && Bytes.isAlphanumeric(view[end + 1]):
        dots += 1
      case UInt8(ascii: "@"): return nil
      default: break scan
      }
      end += 1
    }
    guard end - sign >= 2, dots > 0, Bytes.isLetter(view[end - 1]) else { return nil }
    end = trimmedEnd(view, from: sign, to: end)
    guard end > sign + 1 else { return nil }
    return (start - scheme.length..<end, scheme.length > 0)
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    Bytes.isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func scheme(
    _ view: ByteView, before start: Int, from lower: Int
  ) -> (length: Int, isChat: Bool) {
    for (word, length) in [("mailto:" as StaticString, 7), ("xmpp:", 5)] {
      let first = start - length
      if first >= lower, HTMLScanner.has(word, view, at: first, limit: start),
        !view[first..<start].contains(where: { Bytes.lowercased($0) != $0 }),
        first == lower || !Bytes.isAlphanumeric(view[first - 1])
      {
        return (length, length == 5)
      }
    }
    return (0, false)
  }
}

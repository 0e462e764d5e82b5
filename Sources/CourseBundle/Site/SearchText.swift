import SourceCore

/// Words of a page as they stand in a JSON string, with one space between any two.
struct SearchText {
  /// What stands between the quotation marks.
  private(set) var json: [UInt8] = []
  private var isApart = false

  /// Parts what comes from what was.
  mutating func space() { isApart = true }

  /// Adds what stands between two tags of a page that this module wrote.
  mutating func append(_ html: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      let byte = html[i]
      if byte > 0x20 {
        if byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"),
          byte != UInt8(ascii: "&")
        {
          i += 1
          continue
        }
        if byte > 0x7F, Self.control(html, i) == nil {
          i += 1
          continue
        }
      }
      copy(html[start..<i])
      i = special(byte, html, i, range.upperBound)
      start = i
    }
    copy(html[start..<range.upperBound])
  }

  /// Adds bytes that need no escape.
  private mutating func copy(_ bytes: ArraySlice<UInt8>) {
    if bytes.isEmpty { return }
    if isApart, !json.isEmpty { json.append(0x20) }
    isApart = false
    json += bytes
  }

  /// Adds what a byte begins that does not stand for itself; where it ends.
  private mutating func special(_ byte: UInt8, _ html: [UInt8], _ i: Int, _ end: Int) -> Int {
    if byte <= 0x20 {
      isApart = true
      return i + 1
    }
    if byte > 0x7F, let scalar = Self.control(html, i) {
      escape(scalar)
      return i + (scalar < 0x100 ? 2 : 3)
    }
    switch byte {
    case UInt8(ascii: "&"):
      let rest = html[i..<end]
      for (name, text) in Self.entities where rest.starts(with: name) {
        copy(text[...])
        return i + name.count
      }
      copy([byte])
    case 0x7F: escape(0x7F)
    default: copy([UInt8(ascii: "\\"), byte])
    }
    return i + 1
  }

  private mutating func escape(_ scalar: UInt16) {
    copy(Array("\\u\(hexadecimal([UInt8(scalar >> 8), UInt8(scalar & 0xFF)]))".utf8)[...])
  }

  /// A control beyond ASCII or a bidirectional one, which JSON of this tool escapes.
  private static func control(_ html: [UInt8], _ i: Int) -> UInt16? {
    if html[i] == 0xC2, i + 1 < html.count, html[i + 1] < 0xA0 { return UInt16(html[i + 1]) }
    guard html[i] == 0xE2, i + 2 < html.count else { return nil }
    switch (html[i + 1], html[i + 2]) {
    case (0x80, 0xA8...0xAE): return 0x2000 + UInt16(html[i + 2] - 0x80)
    case (0x81, 0xA6...0xA9): return 0x2040 + UInt16(html[i + 2] - 0x80)
    default: return nil
    }
  }

  /// What text of this module's pages is escaped as, and what that is in JSON.
  private static let entities: [(name: [UInt8], text: [UInt8])] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\\\""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}

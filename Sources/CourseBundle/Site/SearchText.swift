import SourceCore

/// Writes words of a page into a JSON string, with one space between any two.
struct SearchText {
  /// Where the string begins.
  private var start: Int
  private var isApart = false

  /// Begins a string behind what `json` holds.
  init(in json: [UInt8]) { start = json.count }

  /// Whether nothing has been added.
  func isEmpty(in json: [UInt8]) -> Bool { json.count == start }

  /// Parts what comes from what was.
  mutating func space() { isApart = true }

  /// Adds what stands between two tags of a page that this module wrote.
  mutating func append(_ html: Span<UInt8>, _ range: Range<Int>, to json: inout [UInt8]) {
    var start = range.lowerBound
    while start < range.upperBound {
      let i = Self.plainEnd(html, from: start, to: range.upperBound)
      copy(html, start..<i, to: &json)
      if i == range.upperBound { return }
      start = special(html, i, range.upperBound, to: &json)
    }
  }

  /// Offset of the first byte that does not stand for itself; single spaces between words do.
  private static func plainEnd(_ html: Span<UInt8>, from start: Int, to end: Int) -> Int {
    // The range is not empty; doubled spaces are found below.
    let last = html[end - 1] == 0x20 ? end - 1 : end
    var i = start
    while i < last {
      let word = ByteRun.eight(html, at: i)
      let controls = ByteRun.marks(word, from: 0x00, to: 0x1F)
      let spaces = ByteRun.marks(word, from: 0x20, to: 0x20)
      // One that opens or ends the eight is looked at by itself.
      var marks = controls | spaces & ((spaces | controls) >> 8 | 0x8000_0000_0000_0080)
      marks |= ByteRun.marks(word, from: 0x7F, to: 0x7F)
      marks |= ByteRun.marks(word | ByteRun.repeating(0x04), from: 0x26, to: 0x26)
      marks |= ByteRun.marks(word, from: 0x5C, to: 0x5C)
      marks |= word & ByteRun.high
      while marks != 0 {
        let found = i + ByteRun.first(marks)
        if found >= last { return last }
        if !isPlain(html, found, from: start) { return found }
        marks &= marks &- 1
      }
      i += 8
    }
    return last
  }

  /// Whether a byte that may need care stands for itself.
  private static func isPlain(_ html: Span<UInt8>, _ i: Int, from start: Int) -> Bool {
    let byte = html[i]
    if byte > 0x7F { return control(html, i) == nil }
    return byte == 0x20 && i > start && html[i + 1] > 0x20
  }

  /// Adds bytes that need no escape.
  private mutating func copy(_ bytes: Span<UInt8>, _ range: Range<Int>, to json: inout [UInt8]) {
    if range.isEmpty { return }
    part(&json)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe json.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  private mutating func part(_ json: inout [UInt8]) {
    if isApart, !isEmpty(in: json) { json.append(0x20) }
    isApart = false
  }

  /// Adds what a byte begins that does not stand for itself; where it ends.
  private mutating func special(
    _ html: Span<UInt8>, _ i: Int, _ end: Int, to json: inout [UInt8]
  ) -> Int {
    let byte = html[i]
    if byte <= 0x20 {
      isApart = true
      return i + 1
    }
    part(&json)
    if byte > 0x7F, let scalar = Self.control(html, i) {
      Self.escape(scalar, to: &json)
      return i + (scalar < 0x100 ? 2 : 3)
    }
    switch byte {
    case UInt8(ascii: "&"):
      for (name, text) in Self.entities where Self.stands(name, html, i, end) {
        json += text
        return i + name.count
      }
      json.append(byte)
    case 0x7F: Self.escape(0x7F, to: &json)
    default:
      json.append(UInt8(ascii: "\\"))
      json.append(byte)
    }
    return i + 1
  }

  private static func escape(_ scalar: UInt16, to json: inout [UInt8]) {
    json += "\\u\(hexadecimal([UInt8(scalar >> 8), UInt8(scalar & 0xFF)]))".utf8
  }

  /// A control beyond ASCII or a bidirectional one, which JSON of this tool escapes.
  private static func control(_ html: Span<UInt8>, _ i: Int) -> UInt16? {
    if html[i] == 0xC2, i + 1 < html.count, html[i + 1] < 0xA0 { return UInt16(html[i + 1]) }
    guard html[i] == 0xE2, i + 2 < html.count else { return nil }
    switch (html[i + 1], html[i + 2]) {
    case (0x80, 0xA8...0xAE): return 0x2000 + UInt16(html[i + 2] - 0x80)
    case (0x81, 0xA6...0xA9): return 0x2040 + UInt16(html[i + 2] - 0x80)
    default: return nil
    }
  }

  private static func stands(_ name: [UInt8], _ html: Span<UInt8>, _ i: Int, _ end: Int) -> Bool {
    if i + name.count > end { return false }
    for (offset, byte) in name.enumerated() where html[i + offset] != byte { return false }
    return true
  }

  /// What text of this module's pages is escaped as, and what that is in JSON.
  private static let entities: [(name: [UInt8], text: [UInt8])] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\\\""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}

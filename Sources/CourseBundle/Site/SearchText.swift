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
    if html[start] == 0x20 { return start }
    let last = html[end - 1] == 0x20 ? end - 1 : end
    let ones = ByteRun.repeating(1)
    var i = start
    while i < last {
      var stop = i + 8
      if stop < last {
        let word = unsafe html.bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
        let spaces = ((word ^ ByteRun.repeating(0x20)) &- ones) & ~word
        let (c2, e2) = (word ^ ByteRun.repeating(0xC2), word ^ ByteRun.repeating(0xE2))
        // The borrow of a byte that is found may mark the next one as well.
        let plain =
          (word &- ByteRun.repeating(0x20))
          | (((word | ByteRun.repeating(0x04)) ^ ByteRun.repeating(0x26)) &- ones)
          | ((word ^ ByteRun.repeating(0x5C)) &- ones)
          | ((word ^ ByteRun.repeating(0x7F)) &- ones)
        let marks =
          (plain & ~word) | (spaces & spaces >> 8) | ((c2 &- ones) & ~c2) | ((e2 &- ones) & ~e2)
        if marks & ByteRun.high == 0, html[stop - 1] != 0x20 || html[stop] > 0x20 {
          i = stop
          continue
        }
      } else {
        stop = last
      }
      while i < stop {
        if !isPlain(html, i) { return i }
        i += 1
      }
    }
    return last
  }

  /// Whether a byte stands for itself; another one follows.
  private static func isPlain(_ html: Span<UInt8>, _ i: Int) -> Bool {
    switch html[i] {
    case 0x00..<0x20, 0x22, 0x26, 0x5C, 0x7F: false
    case 0x20: i + 1 < html.count && html[i + 1] > 0x20
    case 0xC2, 0xE2: control(html, i) == nil
    default: true
    }
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

/// Reads pandoc's citation keys.
enum CitationScanner {
  /// The offset after the key whose `@` stands at `start`; nil where it is none.
  static func keyEnd(_ view: ByteView, at start: Int, limit: Int) -> Int? {
    if start > 0, Bytes.isAlphanumeric(view[start - 1]) || view[start - 1] >= 0x80 { return nil }
    var index = start + 1
    guard index < limit else { return nil }
    if view[index] == UInt8(ascii: "{") {
      while index < limit, view[index] != UInt8(ascii: "}"), view[index] != 0x0A,
        index == start + 1 || view[index] != UInt8(ascii: "{")
      { index += 1 }
      return index < limit && view[index] == UInt8(ascii: "}") && index > start + 2
        ? index + 1 : nil
    }
    guard isWord(view[index]) else { return nil }
    var end = index
    while index < limit {
      if isWord(view[index]) {
        end = index + 1
      } else if !isInner(view[index]) || index > end {
        break
      }
      index += 1
    }
    return end
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    Bytes.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Punctuation that may stand inside a key, one at a time.
  private static func isInner(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: "$"),
      UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "?"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"),
      UInt8(ascii: "/"):
      return true
    default: return false
    }
  }
}

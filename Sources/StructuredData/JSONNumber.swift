/// The grammar of JSON's numbers (RFC 8259, section 6).
enum JSONNumber {
  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
  static func isNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    func digits() -> Int {
      var n = i
      while n < range.upperBound, bytes[n] >= 0x30, bytes[n] <= 0x39 { n += 1 }
      return n - i
    }
    if bytes[i] == UInt8(ascii: "-") { i += 1 }
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[i] != 0x30 else { return false }
    i += whole
    if i < range.upperBound, bytes[i] == UInt8(ascii: ".") {
      i += 1
      let fraction = digits()
      guard fraction > 0 else { return false }
      i += fraction
    }
    if i < range.upperBound, bytes[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      if i < range.upperBound, bytes[i] == UInt8(ascii: "+") || bytes[i] == UInt8(ascii: "-") {
        i += 1
      }
      let exponent = digits()
      guard exponent > 0 else { return false }
      i += exponent
    }
    return i == range.upperBound
  }
}

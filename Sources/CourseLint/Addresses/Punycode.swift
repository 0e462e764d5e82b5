/// Decodes the part behind `xn--` of an internationalised host name (RFC 3492).
enum Punycode {
  static func decode(_ text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count < 64 else { return nil }
    let dash = bytes.lastIndex(of: UInt8(ascii: "-"))
    var out = (dash.map { bytes[..<$0] } ?? []).map { UInt32($0) }
    var position = dash.map { $0 + 1 } ?? 0
    var code = 128
    var index = 0
    var bias = 72
    while position < bytes.count {
      let old = index
      var weight = 1
      var k = 36
      while true {
        guard position < bytes.count, let digit = digit(bytes[position]) else { return nil }
        position += 1
        let (product, isTooLarge) = digit.multipliedReportingOverflow(by: weight)
        guard !isTooLarge, index < Int.max - product else { return nil }
        index += product
        let threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
        if digit < threshold { break }
        let (next, overflows) = weight.multipliedReportingOverflow(by: 36 - threshold)
        guard !overflows else { return nil }
        weight = next
        k += 36
      }
      bias = adapted(index - old, out.count + 1, isFirst: old == 0)
      guard index / (out.count + 1) <= 0x10FFFF else { return nil }
      code += index / (out.count + 1)
      index %= out.count + 1
      guard code <= 0x10FFFF else { return nil }
      out.insert(UInt32(code), at: index)
      index += 1
    }
    var scalars = String.UnicodeScalarView()
    for value in out {
      guard let scalar = Unicode.Scalar(value) else { return nil }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    if (byte | 0x20) &- 0x61 < 26 { return Int((byte | 0x20) &- 0x61) }
    return byte &- 0x30 < 10 ? Int(byte &- 0x30) + 26 : nil
  }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k = 0
    while delta > 455 {
      delta /= 35
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }
}

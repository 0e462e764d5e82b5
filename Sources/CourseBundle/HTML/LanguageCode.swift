/// Languages as they may stand in an attribute.
enum LanguageCode {
  /// A language tag of the right shape, whatever it names; nil for any other text.
  static func valid(_ text: String?) -> String? {
    guard let text, !text.isEmpty, text.utf8.count < 40 else { return nil }
    if text.utf8.count <= 8, text.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) { return text }
    let tag = String(decoding: text.utf8.map { $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      guard (1...8).contains(part.count) else { return nil }
      for byte in part {
        let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
        let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        if !isLetter && !(isDigit && index > 0) { return nil }
      }
    }
    return tag
  }
}

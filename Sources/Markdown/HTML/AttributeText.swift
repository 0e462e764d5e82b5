/// The text of HTML attributes.
public enum AttributeText {
  /// Decodes character references as browsers do in attributes: numeric ones count without their
  /// semicolon too.
  public static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var completed: [UInt8] = []
    let bytes = Array(text.utf8)
    var i = 0
    while i < bytes.count {
      completed.append(bytes[i])
      i += 1
      guard bytes[i - 1] == UInt8(ascii: "&"), i < bytes.count, bytes[i] == UInt8(ascii: "#") else {
        continue
      }
      completed.append(bytes[i])
      i += 1
      var isHex = false
      if i < bytes.count, bytes[i] | 0x20 == UInt8(ascii: "x") {
        isHex = true
        completed.append(bytes[i])
        i += 1
      }
      // Leading zeros are legal without limit there; CommonMark's decoder takes seven digits.
      while i + 1 < bytes.count, bytes[i] == UInt8(ascii: "0"),
        isDigit(bytes[i + 1], isHex: isHex)
      {
        i += 1
      }
      let start = i
      while i < bytes.count, isDigit(bytes[i], isHex: isHex) {
        completed.append(bytes[i])
        i += 1
      }
      if i > start, i >= bytes.count || bytes[i] != UInt8(ascii: ";") {
        completed.append(UInt8(ascii: ";"))
      }
    }
    var out: [UInt8] = []
    Entities.decode(completed, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8, isHex: Bool) -> Bool {
    if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") { return true }
    return isHex && (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "f")
  }
}

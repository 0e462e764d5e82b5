import SourceCore

/// Reads what most front matters are, lines of `key: value` without anything special, as libyaml
/// would, in a tenth of its time.
enum PlainMapping {
  /// Longer lines and longer lists are libyaml's.
  private static let lineLimit = 512
  private static let memberLimit = 32

  /// The map that the bytes are; nil where they hold anything that needs YAML's whole grammar.
  static func parse(_ bytes: [UInt8], range: Range<Int>) -> DataNode? {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    var members: [DataNode.Member] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == 0x0A {
        i += 1
        continue
      }
      guard members.count < memberLimit,
        let member = member(bytes, at: i, limit: min(range.upperBound, i + lineLimit)),
        !members.contains(where: { $0.key == member.key })
      else { return nil }
      members.append(member)
      i = member.value.range.end
      if i < range.upperBound {
        guard bytes[i] == 0x0A else { return nil }
        i += 1
      }
    }
    guard let first = members.first, let last = members.last else { return nil }
    return DataNode(
      .object(members), range: ByteRange(first.keyRange.start, last.value.range.end), written: nil,
      isPlain: false)
  }

  private static func member(_ bytes: [UInt8], at start: Int, limit: Int) -> DataNode.Member? {
    var i = start
    guard isLetter(bytes[i]) else { return nil }
    while i < limit, isLetter(bytes[i]) || isDigit(bytes[i]) || isJoint(bytes[i]) { i += 1 }
    guard i + 2 < limit, bytes[i] == UInt8(ascii: ":"), bytes[i + 1] == 0x20 else { return nil }
    let keyRange = ByteRange(start, i)
    i += 2
    while i < limit, bytes[i] == 0x20 { i += 1 }
    guard i < limit, let value = quoted(bytes, at: i, limit) ?? plain(bytes, at: i, limit) else {
      return nil
    }
    let key = String(decoding: bytes[keyRange.indices], as: UTF8.self)
    return DataNode.Member(key: key, keyRange: keyRange, value: value)
  }

  /// A text between two `"`, without escapes.
  private static func quoted(_ bytes: [UInt8], at start: Int, _ limit: Int) -> DataNode? {
    guard bytes[start] == UInt8(ascii: "\"") else { return nil }
    var i = start + 1
    while i < limit, bytes[i] != UInt8(ascii: "\"") {
      guard (0x20...0x7E).contains(bytes[i]), bytes[i] != UInt8(ascii: "\\") else { return nil }
      i += 1
    }
    guard i < limit else { return nil }
    let text = String(decoding: bytes[start + 1..<i], as: UTF8.self)
    return DataNode(
      .string(text), range: ByteRange(start, i + 1), written: text, isPlain: false)
  }

  /// A text of letters, digits and what cannot be taken for YAML's own signs.
  private static func plain(_ bytes: [UInt8], at start: Int, _ limit: Int) -> DataNode? {
    guard isLetter(bytes[start]) || isDigit(bytes[start]) else { return nil }
    var i = start
    while i < limit, isLetter(bytes[i]) || isDigit(bytes[i]) || isPlain(bytes[i]) { i += 1 }
    guard bytes[i - 1] != 0x20 else { return nil }
    let text = String(decoding: bytes[start..<i], as: UTF8.self)
    return DataNode(
      CoreSchema.resolve(text), range: ByteRange(start, i), written: text, isPlain: true)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}

import SourceCore
import StructuredData

/// Adds an item to a list of a YAML file and leaves every other byte, comments too, as it is.
enum BlockList {
  /// The file with one more item at the end of the list under `key`, which is made where there is
  /// none; nil where the list is written in brackets, or is none.
  ///
  /// - Parameter item: the item's lines, without dash and indentation.
  static func adding(_ item: [String], to key: String, of root: DataNode?, in bytes: [UInt8])
    -> [UInt8]?
  {
    guard let member = root?.member(key), !member.value.isNull else {
      guard root?.member(key) == nil else { return nil }
      var out = bytes
      if let last = out.last, last != 0x0A { out.append(0x0A) }
      if !out.isEmpty { out.append(0x0A) }
      return out + Array("\(key):\n".utf8) + lines(item, indent: 2)
    }
    guard let items = member.value.array, let first = items.first, let last = items.last,
      let indent = indent(of: first, in: bytes)
    else { return nil }
    var end = max(last.range.end, member.value.range.end)
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    var head = Array(bytes[..<min(end + 1, bytes.count)])
    if head.last != 0x0A { head.append(0x0A) }
    return head + lines(item, indent: indent) + bytes[min(end + 1, bytes.count)...]
  }

  /// The column of the dash before an item; nil where it is not in a list of lines.
  private static func indent(of item: DataNode, in bytes: [UInt8]) -> Int? {
    var start = item.range.start
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var i = start
    while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    guard i < bytes.count, bytes[i] == UInt8(ascii: "-"), i <= item.range.start else { return nil }
    return i - start
  }

  private static func lines(_ item: [String], indent: Int) -> [UInt8] {
    let blanks = String(repeating: " ", count: indent)
    var out = ""
    for (i, line) in item.enumerated() { out += blanks + (i == 0 ? "- " : "  ") + line + "\n" }
    return Array(out.utf8)
  }

  /// A text as a YAML scalar on one line.
  static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2F || byte == 0x2D
        || byte == 0x2E || byte == 0x5E || byte == 0x7E
    }
    let first = text.utf8.first ?? 0x20
    let isWord = (first | 0x20) &- 0x61 < 26 || first == 0x5E || first == 0x7E
    let isTilde = text == "~"
    let reserved: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    if isPlain, isWord, !isTilde, !reserved.contains(asciiLowercased(text)) { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\" + String(scalar)
      case "\n", "\r", "\t": out += " "
      default: if scalar.value >= 0x20, scalar.value != 0x7F { out.unicodeScalars.append(scalar) }
      }
    }
    return out + "\""
  }
}

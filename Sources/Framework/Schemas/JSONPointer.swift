/// JSON pointers (RFC 6901).
enum JSONPointer {
  /// A part of a pointer with its two special characters escaped.
  static func escaped(_ part: String) -> String {
    guard part.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return part
    }
    var text = ""
    for scalar in part.unicodeScalars {
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The parts of a pointer with their escapes resolved; nil for a text that is no pointer.
  static func parts(_ text: String) -> [String]? {
    if text.isEmpty { return [] }
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    var parts: [String] = []
    var part = ""
    var scalars = text.unicodeScalars.dropFirst()
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "/":
        parts.append(part)
        part = ""
      case "~":
        switch scalars.popFirst() {
        case "0": part += "~"
        case "1": part += "/"
        default: return nil
        }
      default: part.unicodeScalars.append(scalar)
      }
    }
    return parts + [part]
  }

  /// The index of a list's element that a part names; nil for anything else, leading zeros included.
  static func index(_ part: String) -> Int? {
    guard part == "0" || part.utf8.first.map({ $0 > 0x30 && $0 <= 0x39 }) == true else {
      return nil
    }
    return part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(part) : nil
  }
}

/// Checks host names (RFC 1123) and addresses of the Internet protocol.
enum NetworkCheck {
  static func isHostname(_ text: Substring) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 253 else { return false }
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
      guard first != 0x2D, last != 0x2D else { return false }
      let isReserved = label.count >= 4 && label.dropFirst(2).starts(with: "--".utf8)
      // Hyphens in the third and fourth place mark a name that stands for one in other letters.
      if isReserved, !Substring(label).lowercased().hasPrefix("xn--") || label.count == 4 {
        return false
      }
      return label.allSatisfy { byte in
        byte == 0x2D || byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      }
    }
  }

  static func isIPv4(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard (1...3).contains(part.utf8.count),
          part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let value = Int(part)
        else { return false }
        // A leading zero means octal to some programs.
        return value <= 255 && (part.utf8.count == 1 || part.first != "0")
      }
  }

  static func isIPv6(_ text: Substring) -> Bool {
    var groups = 0
    var hasGap = false
    var rest = text
    if rest.hasPrefix("::") {
      hasGap = true
      rest = rest.dropFirst(2)
      if rest.isEmpty { return true }
    }
    while true {
      let group = rest.prefix { $0 != ":" }
      if group.count == rest.count, group.contains(".") {
        guard isIPv4(group) else { return false }
        groups += 2
        break
      }
      guard (1...4).contains(group.utf8.count),
        group.utf8.allSatisfy({ byte in
          byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
        })
      else { return false }
      groups += 1
      rest = rest.dropFirst(group.count)
      if rest.isEmpty { break }
      rest = rest.dropFirst()
      if rest.first == ":" {
        guard !hasGap else { return false }
        hasGap = true
        rest = rest.dropFirst()
        if rest.isEmpty { break }
      } else if rest.isEmpty {
        return false
      }
    }
    return hasGap ? groups < 8 : groups == 8
  }
}

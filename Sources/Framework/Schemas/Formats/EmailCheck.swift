/// Checks e-mail addresses by their form (RFC 5321); nothing is looked up.
enum EmailCheck {
  static func email(_ text: String) -> ValueFormat.Failure? {
    if isEmail(text) { return nil }
    let bare = text.hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
    return ValueFormat.Failure(
      reason: nil, help: "write it as in ana.novak@example.org", meant: isEmail(bare) ? bare : nil,
      isCertain: true)
  }

  private static func isEmail(_ text: String) -> Bool {
    guard let at = text.lastIndex(of: "@") else { return false }
    let local = text[..<at]
    let domain = text[text.index(after: at)...]
    guard local.utf8.count <= 64, domain.utf8.count <= 255 else { return false }
    return isLocal(local) && isDomain(domain)
  }

  private static func isLocal(_ text: Substring) -> Bool {
    if text.utf8.count >= 3, text.first == "\"", text.last == "\"" { return isQuoted(text) }
    let words = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty
        && word.allSatisfy { byte in
          byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
            || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }
  }

  private static func isQuoted(_ text: Substring) -> Bool {
    var isEscaped = false
    for byte in text.utf8.dropFirst().dropLast() {
      guard byte >= 0x20, byte < 0x7F else { return false }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        return false
      }
    }
    return !isEscaped
  }

  /// Two names or more with dots between them, or an address in brackets.
  private static func isDomain(_ text: Substring) -> Bool {
    if text.first == "[", text.last == "]" {
      let address = text.dropFirst().dropLast()
      return address.hasPrefix("IPv6:")
        ? NetworkCheck.isIPv6(address.dropFirst(5)) : NetworkCheck.isIPv4(address)
    }
    return text.contains(".") && NetworkCheck.isHostname(text)
  }
}

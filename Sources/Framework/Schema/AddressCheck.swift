/// Checks e-mail addresses and URLs by their form; nothing is looked up.
enum AddressCheck {
  static func email(_ text: String) -> ValueFormat.Failure? {
    if isEmail(text) { return nil }
    let bare = text.hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
    return ValueFormat.Failure(
      reason: nil, help: "write it as in ana.novak@example.org", meant: isEmail(bare) ? bare : nil,
      isCertain: true)
  }

  static func uri(_ text: String) -> ValueFormat.Failure? {
    if isURI(text) { return nil }
    let full = "https://" + text
    let isHost = text.utf8.contains(UInt8(ascii: ".")) && !text.utf8.contains(UInt8(ascii: "@"))
    return ValueFormat.Failure(
      reason: nil, help: "write the whole address, with https:// in front",
      meant: isHost && isURI(full) ? full : nil)
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[0].contains(UInt8(ascii: ":")),
      isPrintable(text)
    else { return false }
    return isHost(parts[1])
  }

  /// Two names or more with dots between them.
  private static func isHost(_ host: Substring.UTF8View) -> Bool {
    let names = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return names.count >= 2
      && names.allSatisfy { name in
        !name.isEmpty
          && name.allSatisfy { byte in
            byte == UInt8(ascii: "-") || byte >= 0x80
              || byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
          }
      }
  }

  /// `scheme:rest`; of the schemes with a host, the host must be there.
  private static func isURI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), isPrintable(text) else {
      return false
    }
    let scheme = text.utf8[..<colon]
    let rest = text.utf8[text.utf8.index(after: colon)...]
    let isScheme =
      scheme.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } == true
      && scheme.allSatisfy { byte in
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
          || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      }
    guard isScheme, !rest.isEmpty else { return false }
    guard ["http", "https"].contains(String(Substring(scheme)).lowercased()) else { return true }
    guard rest.starts(with: "//".utf8) else { return false }
    let authority = rest.dropFirst(2).prefix { byte in
      byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
    }
    let host = authority.prefix { $0 != UInt8(ascii: ":") }
    return isHost(host) || host.elementsEqual("localhost".utf8)
  }

  private static func isPrintable(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
        && byte != UInt8(ascii: "\"")
    }
  }
}

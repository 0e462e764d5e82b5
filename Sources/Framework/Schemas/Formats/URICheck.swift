/// Checks URIs (RFC 3986) and IRIs (RFC 3987) by their form; nothing is looked up.
enum URICheck {
  /// An absolute URI; as an IRI it may have letters beyond ASCII.
  static func uri(_ text: String, isIRI: Bool) -> ValueFormat.Failure? {
    if isURI(text, isIRI: isIRI) { return nil }
    if !isIRI, isURI(text, isIRI: true) {
      return ValueFormat.Failure(
        reason: "a URL has ASCII characters only", help: "write the others as `%` and two digits")
    }
    let full = "https://" + text
    let isHost = text.utf8.contains(UInt8(ascii: ".")) && !text.utf8.contains(UInt8(ascii: "@"))
    return ValueFormat.Failure(
      reason: nil, help: "write the whole address, with https:// in front",
      meant: isHost && isURI(full, isIRI: isIRI) ? full : nil)
  }

  /// A URI or what can be resolved to one.
  static func reference(_ text: String, isIRI: Bool) -> ValueFormat.Failure? {
    if isReference(text, isIRI: isIRI) { return nil }
    return ValueFormat.Failure(reason: nil, help: "write an address, or a path with `/`")
  }

  private static func isURI(_ text: String, isIRI: Bool) -> Bool {
    let uri = URIReference(text)
    guard let scheme = uri.scheme?.lowercased(), isReference(text, isIRI: isIRI) else {
      return false
    }
    if scheme == "http" || scheme == "https" { return hasHost(uri) }
    return uri.authority != nil || !uri.path.isEmpty || uri.query != nil
  }

  private static func hasHost(_ uri: URIReference) -> Bool {
    guard let authority = uri.authority else { return false }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return !host.isEmpty && host.first != ":"
  }

  private static func isReference(_ text: String, isIRI: Bool) -> Bool {
    let uri = URIReference(text)
    let parts = [uri.path, uri.query, uri.fragment].compactMap { $0 }
    guard parts.allSatisfy({ hasAllowedCharacters($0, isIRI: isIRI) }) else { return false }
    if uri.scheme == nil, uri.authority == nil {
      // `a:b` without a scheme that could be one is nothing at all.
      guard !uri.path.prefix(while: { $0 != "/" }).contains(":") else { return false }
    }
    return uri.authority.map { isAuthority($0, isIRI: isIRI) } ?? true
  }

  private static func isAuthority(_ text: String, isIRI: Bool) -> Bool {
    var rest = text[...]
    if let at = rest.lastIndex(of: "@") {
      let user = rest[..<at]
      guard !user.contains("@"), hasAllowedCharacters(String(user), isIRI: isIRI) else {
        return false
      }
      rest = rest[rest.index(after: at)...]
    }
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { return false }
      let address = rest[rest.index(after: rest.startIndex)..<end]
      guard NetworkCheck.isIPv6(address) || isFutureAddress(address) else { return false }
      rest = rest[rest.index(after: end)...]
    } else {
      let host = rest.prefix { $0 != ":" }
      guard hasAllowedCharacters(String(host), isIRI: isIRI) else { return false }
      rest = rest.dropFirst(host.count)
    }
    guard !rest.isEmpty else { return true }
    return rest.first == ":" && rest.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isFutureAddress(_ text: Substring) -> Bool {
    guard text.first == "v" || text.first == "V", let dot = text.firstIndex(of: ".") else {
      return false
    }
    return text[text.index(after: text.startIndex)..<dot].allSatisfy(\.isHexDigit)
      && text.index(after: dot) < text.endIndex
  }

  /// Whether all may stand in a path, a query or a fragment; brackets, too, belong to hosts only.
  private static func hasAllowedCharacters(_ text: String, isIRI: Bool) -> Bool {
    let bytes = Array(text.utf8)
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case 0x00...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "#"):
        return false
      case UInt8(ascii: "%"):
        guard i + 2 < bytes.count, isHex(bytes[i + 1]), isHex(bytes[i + 2]) else { return false }
      case 0x80...: if !isIRI { return false }
      default: break
      }
    }
    return true
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
  }
}

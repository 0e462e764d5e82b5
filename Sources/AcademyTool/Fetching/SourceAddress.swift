import Digest

/// Where a repository can be fetched from.
struct SourceAddress: Hashable {
  /// The address as Git takes it.
  let text: String

  /// The transports that are used; Git knows others, of which some run programs.
  static let schemes = ["https", "http", "ssh", "git", "file"]

  /// Reads an address: `https://…`, `ssh://…`, `git://…`, `file://…` or `user@host:path`; nil for
  /// anything else, such as a folder's path.
  init?(_ text: String) {
    guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }), !text.hasPrefix("-") else {
      return nil
    }
    if let scheme = Self.scheme(of: text) {
      let rest = text.dropFirst(scheme.count + 3)
      // A host that begins with `-` would be an option of ssh.
      guard Self.schemes.contains(scheme.lowercased()), !rest.isEmpty, !rest.hasPrefix("-"),
        !rest.contains("@-"), rest.first != "/" || scheme.lowercased() == "file"
      else { return nil }
      self.text = text
      return
    }
    guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/"),
      let at = text[..<colon].firstIndex(of: "@"), at != text.startIndex,
      text.index(after: at) != colon, text[text.index(after: at)] != "-",
      text.index(after: colon) != text.endIndex, text[text.index(after: colon)] != ":"
    else { return nil }
    self.text = text
  }

  /// Whether a text looks like an address, be it of a transport that is not used.
  static func isMeant(_ text: String) -> Bool {
    scheme(of: text) != nil || text.contains("::") || SourceAddress(text) != nil
  }

  private static func scheme(of text: String) -> String? {
    let bytes = Array(text.utf8)
    var end = 0
    while end < bytes.count, bytes[end] != UInt8(ascii: ":"), bytes[end] != UInt8(ascii: "/") {
      end += 1
    }
    guard end > 0, end + 2 < bytes.count, bytes[end] == UInt8(ascii: ":"),
      bytes[end + 1] == UInt8(ascii: "/"), bytes[end + 2] == UInt8(ascii: "/")
    else { return nil }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// The address without a password, for messages.
  var shown: String {
    guard let scheme = Self.scheme(of: text) else { return text }
    let rest = text.dropFirst(scheme.count + 3)
    let authority = rest.prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else { return text }
    let user = authority[..<at]
    guard let colon = user.firstIndex(of: ":") else { return text }
    return "\(scheme)://\(user[..<colon])@\(rest[rest.index(after: at)...])"
  }

  /// The name of its mirror's folder: the same on every machine.
  var folderName: String { SHA256.hex(Array(text.utf8)).prefix(40) + ".git" }
}

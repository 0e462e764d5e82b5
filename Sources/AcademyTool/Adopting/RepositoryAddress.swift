import SourceCore

/// Owner and name of a repository, as its address on a forge has them.
struct RepositoryAddress: Equatable {
  /// The first part of the path: an office, a group, a person.
  let owner: String
  /// The last part of the path without `.git`.
  let name: String

  /// Reads `https://host/owner/name`, `ssh://…` or `git@host:owner/name.git`; nil for anything else,
  /// such as a folder of this machine.
  init?(_ address: String) {
    var rest = address[...]
    if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") {
      guard ["http", "https", "ssh", "git"].contains(asciiLowercased(rest[..<colon])) else {
        return nil
      }
      rest = rest[colon...].dropFirst(3)
    } else {
      // A colon before any slash, and behind more than a drive's letter.
      guard let colon = rest.firstIndex(of: ":"), rest[..<colon].count > 1,
        !rest[..<colon].contains("/")
      else { return nil }
      rest = rest[..<colon] + "/" + rest[rest.index(after: colon)...]
    }
    let path = rest.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst()
    guard let owner = path.first, var name = path.last, path.count > 1 else { return nil }
    if name.hasSuffix(".git") { name = name.dropLast(4) }
    self.owner = String(owner)
    self.name = String(name)
  }

  /// A name as a part of a course's id: small letters, digits and single hyphens.
  static func slug(_ name: String) -> String {
    var slug = ""
    for scalar in name.unicodeScalars {
      let letters = latin(scalar)
      if !letters.isEmpty {
        slug += letters
      } else if !slug.isEmpty, !slug.hasSuffix("-"), !isMark(scalar) {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }

  /// The small letters or the digit that a character is without its accents; empty for all others.
  private static func latin(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII {
      let text = asciiLowercased(String(scalar))
      let isKept = text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }
      return isKept ? text : ""
    }
    if scalar == "ß" { return "ss" }
    // `LATIN SMALL LETTER O WITH STROKE`, `LATIN SMALL LIGATURE OE`
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count == 4 || words.count > 5 && words[4] == "WITH", words[0] == "LATIN",
      words[2] == "LETTER" || words[2] == "LIGATURE", words[3].utf8.count <= 2
    else { return "" }
    return asciiLowercased(words[3])
  }

  /// Whether a character only changes the one before it, such as an accent that stands alone.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }
}

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
    for byte in asciiLowercased(name).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      default: if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }
}

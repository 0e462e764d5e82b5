import SourceCore

/// What a host's name tells of where it can be reached from.
struct HostName {
  /// A place from which alone an address can be reached.
  enum Inside: Sendable, Hashable {
    /// The reader's own machine.
    case machine
    /// A range of addresses that is not routed, such as 10.0.0.0/8.
    case privateRange
    /// A name that only a network's own servers know.
    case network
  }

  private let name: String
  /// What stands behind the last dot; all of it where there is none.
  private let last: Substring

  /// Takes a host in lower case.
  init(_ name: String) {
    self.name = name
    let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
    last = dot.map { name[name.utf8.index(after: $0)...] } ?? name[...]
  }

  /// Whether a host is a domain's own or below it; both are in lower case.
  static func lies(_ host: String, in domain: String) -> Bool {
    let rest = host.utf8.count - domain.utf8.count
    guard rest >= 0, host.utf8.last == domain.utf8.last,
      host.utf8.suffix(domain.utf8.count).elementsEqual(domain.utf8)
    else { return false }
    return rest == 0 || host.utf8.dropFirst(rest - 1).first == UInt8(ascii: ".")
  }

  /// Names set apart for examples (`example.org`, `*.example`, `*.test`, `*.invalid`).
  var isReserved: Bool {
    switch last {
    case "example", "test", "invalid": return true
    case "com", "org", "net", "edu":
      let rest = name.dropLast(4)
      return rest == "example" || rest.hasSuffix(".example")
    default: return false
    }
  }

  /// Where the host can be reached from alone; nil for one of the public internet.
  var inside: Inside? {
    if isOrdinary { return nil }
    if name.utf8.contains(UInt8(ascii: ":")) { return Self.version6(name) }
    if let first = last.utf8.first, first &- 0x30 < 10 {
      return Self.version4(name.split(separator: ".")).flatMap(Self.version4)
    }
    if last == "localhost" || name == "host.docker.internal" { return .machine }
    if last.utf8.count == name.utf8.count {
      return Self.isWord(last) && !Self.placeholders.contains(name) ? .network : nil
    }
    switch last {
    case "corp", "home", "internal", "intra", "intranet", "lan", "local", "localdomain", "priv",
      "private":
      return .network
    case "arpa": return name.hasSuffix(".home.arpa") ? .network : nil
    default: return hasIntranetLabel ? .network : nil
    }
  }

  /// Whether it is a name that a network gave itself and that no teaching example uses.
  var isIntranet: Bool {
    if isOrdinary { return false }
    return switch last {
    case "intra", "intranet", "corp", "lan": last.utf8.count < name.utf8.count
    default: hasIntranetLabel
    }
  }

  /// Whether a name ends in two or three letters, but for `lan`, and holds no `intra`: nearly all do,
  /// and none of those says where it is.
  private var isOrdinary: Bool {
    var name = name
    return name.withUTF8 { bytes in
      var dot = bytes.count
      while dot > 0, bytes[dot - 1] &- 0x61 < 26 { dot -= 1 }
      let letters = bytes.count - dot
      guard dot > 1, bytes[dot - 1] == UInt8(ascii: "."), letters == 2 || letters == 3,
        !bytes[dot...].elementsEqual("lan".utf8)
      else { return false }
      for i in bytes.indices {
        if bytes[i] == UInt8(ascii: ":") { return false }
        if bytes[i] == UInt8(ascii: "i"), bytes[i...].starts(with: "intra".utf8) { return false }
      }
      return true
    }
  }

  /// Whether a part before the last two says so, as in `git.intra.example.org`.
  private var hasIntranetLabel: Bool {
    guard name.utf8.starts(with: "intra".utf8) || Self.holdsIntra(name) else { return false }
    return name.split(separator: ".").dropLast(2).contains { $0 == "intranet" || $0 == "intra" }
  }

  /// What authors write where a reader's own host belongs.
  static let placeholders: Set<String> = [
    "address", "bar", "baz", "computer", "computername", "domain", "fileserver", "foo", "host",
    "hostname", "machine", "myserver", "nas", "ordinateur", "server", "servername", "serveur",
    "servidor", "share", "site", "unc", "url", "website",
  ]

  private static func holdsIntra(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      for i in bytes.indices where bytes[i] == UInt8(ascii: ".") {
        if bytes[(i + 1)...].starts(with: "intra".utf8) { return true }
      }
      return false
    }
  }

  /// A name of letters, digits and hyphens: a placeholder such as `…` or `<server>` is none.
  private static func isWord(_ label: Substring) -> Bool {
    label.utf8.contains { $0 &- 0x61 < 26 }
      && label.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
  }

  private static func version4(_ labels: [Substring]) -> [Int]? {
    guard labels.count == 4 else { return nil }
    let numbers = labels.compactMap { Int($0) }.filter { (0...255).contains($0) }
    return numbers.count == 4 ? numbers : nil
  }

  private static func version4(_ numbers: [Int]) -> Inside? {
    switch (numbers[0], numbers[1]) {
    case (127, _), (0, 0): .machine
    case (10, _), (192, 168), (169, 254), (172, 16...31): .privateRange
    default: nil
    }
  }

  private static func version6(_ name: String) -> Inside? {
    if name == "::1" || name == "::" { return .machine }
    // Unique local and link-local addresses.
    let isLocal = name.hasPrefix("fc") || name.hasPrefix("fd") || name.hasPrefix("fe80:")
    return isLocal ? .privateRange : nil
  }
}

import SourceCore

/// Reads the subtags of a language tag in the order that RFC 5646, section 2.1, gives them.
struct LanguageTagParser {
  private var rest: ArraySlice<String>
  private(set) var canonical: [String] = []
  private(set) var primary = ""
  private(set) var script: String?
  private(set) var region: String?

  init(_ text: some StringProtocol) {
    rest =
      asciiLowercased(text).split(separator: "-", omittingEmptySubsequences: false)
      .map { String($0) }[...]
  }

  /// Whether the tag is well-formed.
  mutating func read() -> Bool {
    guard rest.allSatisfy(Self.isSubtag) else { return false }
    if rest.first == "x" { return privateUse(startsTag: true) }
    guard let language = take(where: { $0.utf8.count >= 2 && Self.isLetters($0) }) else {
      return false
    }
    primary = language
    canonical.append(language)
    if language.utf8.count <= 3 {
      for _ in 0..<3 {
        guard let extended = take(where: { $0.utf8.count == 3 && Self.isLetters($0) }) else {
          break
        }
        canonical.append(extended)
      }
    }
    if let script = take(where: { $0.utf8.count == 4 && Self.isLetters($0) }) {
      let title = script.prefix(1).uppercased() + script.dropFirst()
      self.script = title
      canonical.append(title)
    }
    if let region = take(where: Self.isRegion)?.uppercased() {
      self.region = region
      canonical.append(region)
    }
    return variants() && extensions() && privateUse(startsTag: false) && rest.isEmpty
  }

  private mutating func variants() -> Bool {
    var seen: Set<String> = []
    while let variant = take(where: Self.isVariant) {
      guard seen.insert(variant).inserted else { return false }
      canonical.append(variant)
    }
    return true
  }

  private mutating func extensions() -> Bool {
    var seen: Set<String> = []
    while let singleton = take(where: { $0.utf8.count == 1 && $0 != "x" }) {
      guard seen.insert(singleton).inserted else { return false }
      canonical.append(singleton)
      guard let first = take(where: { $0.utf8.count >= 2 }) else { return false }
      canonical.append(first)
      while let next = take(where: { $0.utf8.count >= 2 }) { canonical.append(next) }
    }
    return true
  }

  private mutating func privateUse(startsTag: Bool) -> Bool {
    guard rest.first == "x" else { return true }
    guard rest.count > 1 else { return false }
    if startsTag { primary = "x" }
    canonical += rest
    rest = []
    return true
  }

  private mutating func take(where matches: (String) -> Bool) -> String? {
    guard let first = rest.first, matches(first) else { return nil }
    rest.removeFirst()
    return first
  }

  private static func isSubtag(_ text: String) -> Bool {
    (1...8).contains(text.utf8.count) && text.utf8.allSatisfy { isLetter($0) || isDigit($0) }
  }

  private static func isRegion(_ text: String) -> Bool {
    text.utf8.count == 2 && isLetters(text) || text.utf8.count == 3 && text.utf8.allSatisfy(isDigit)
  }

  private static func isVariant(_ text: String) -> Bool {
    text.utf8.count >= 5 || text.utf8.count == 4 && text.utf8.first.map(isDigit) == true
  }

  private static func isLetters(_ text: String) -> Bool { text.utf8.allSatisfy(isLetter) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

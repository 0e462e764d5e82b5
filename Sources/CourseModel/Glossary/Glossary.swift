import SourceCore

/// The terms that a course explains in one place, with the spelling it has chosen for them.
public struct Glossary: Sendable, Hashable {
  /// A term.
  public struct Term: Sendable, Hashable {
    /// As the glossary writes it, without markup.
    public let text: String
    /// Its page below the course's folder.
    public let path: RepoPath
    /// Its line in that page, from 1.
    public let line: Int
  }

  /// The terms in the order of the pages.
  public let terms: [Term]
  /// The most words that a term has.
  public let longest: Int
  private let byKey: [UInt64: Int]
  /// The pages that explain them.
  public let paths: Set<RepoPath>

  /// A glossary without terms.
  public static let empty = Glossary([])

  /// Makes a glossary; of two terms that differ in blanks, hyphens and capitals only, neither
  /// decides how the other is written.
  public init(_ terms: [Term]) {
    self.terms = terms
    paths = Set(terms.map(\.path))
    var byKey: [UInt64: Int] = [:]
    var clashes: Set<UInt64> = []
    var longest = 0
    for (index, term) in terms.enumerated() {
      let key = GlossaryKey.of(Array(term.text.utf8))
      if let other = byKey[key], terms[other].text != term.text { clashes.insert(key) }
      byKey[key] = byKey[key] ?? index
      longest = max(longest, 1 + term.text.utf8.count { $0 == 0x20 || $0 == 0x2D })
    }
    for key in clashes { byKey[key] = nil }
    self.byKey = byKey
    self.longest = longest
  }

  /// The term that is written with these letters, whatever stands between them.
  public func term(_ key: UInt64) -> Term? { byKey[key].map { terms[$0] } }
}

/// What two spellings of one term have in common: their letters without blanks, hyphens, capitals.
public struct GlossaryKey {
  /// FNV-1a of the letters so far.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// A key without letters.
  public init() {}

  /// Adds a byte.
  @inline(__always) public mutating func add(_ byte: UInt8) {
    if byte == 0x20 || byte == 0x2D || byte == 0x0A || byte == 0x0D || byte == 0x09 { return }
    let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
    value = (value ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
  }

  static func of(_ bytes: [UInt8]) -> UInt64 {
    var key = GlossaryKey()
    for byte in bytes { key.add(byte) }
    return key.value
  }
}

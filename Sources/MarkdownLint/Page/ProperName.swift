/// A name, and how it is found in text in any case.
struct ProperName: Sendable {
  /// What decides where a name is found; names that agree in it are found at the same places.
  struct Pattern: Hashable, Sendable {
    /// The name in lower case.
    let folded: [UInt8]
    /// How many scalars it has; nil where all are ASCII, and only ASCII is taken for it.
    let scalars: Int?
    /// Whether no letter may stand in front.
    let isWordStart: Bool
    /// Whether no letter may stand behind.
    let isWordEnd: Bool
  }

  /// The name as it should be written.
  let text: String
  /// Where it is found.
  let pattern: Pattern

  init(_ text: String) {
    self.text = text
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    pattern = Pattern(
      folded: isASCII ? text.utf8.map(Self.lowercased) : Array(text.lowercased().utf8),
      scalars: isASCII ? nil : text.unicodeScalars.count,
      isWordStart: text.utf8.first.map(Self.isWord) ?? false,
      isWordEnd: text.utf8.last.map(Self.isWord) ?? false)
  }

  /// Whether a byte is part of a word.
  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
      || byte == UInt8(ascii: "_")
  }

  /// A byte in lower case, where it is ASCII.
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}

/// A regular expression by ECMA-262 in Unicode mode, as JSON Schema writes them.
///
/// It matches anywhere in a text unless it says otherwise, and never runs without a limit.
public struct Pattern: Sendable {
  private enum Form: Sendable {
    /// `^x-`: the text begins with these letters.
    case prefix(String)
    /// `\S`: the text is not blank.
    case nonBlank
    case compiled(CompiledPattern)
  }

  /// The pattern as it is written.
  public let source: String
  private let form: Form

  /// Reads a pattern and says what is wrong with a text that is none.
  public init(_ source: String, ignoringCase: Bool = false) throws(PatternError) {
    self.source = source
    guard !ignoringCase else {
      var translator = PatternTranslator(source)
      form = .compiled(
        try CompiledPattern(translator.translated(), source: source, ignoringCase: true))
      return
    }
    // The two patterns that our own schemas use for every name and every text are worth a shortcut.
    if let prefix = Self.plainPrefix(source) {
      form = .prefix(prefix)
    } else if source == #"\S"# {
      form = .nonBlank
    } else {
      var translator = PatternTranslator(source)
      form = .compiled(try CompiledPattern(translator.translated(), source: source))
    }
  }

  /// The letters that a matching text begins with, of a pattern that asks for nothing else.
  public var literalPrefix: String? {
    guard case .prefix(let text) = form else { return nil }
    return text
  }

  /// What matching a text may take at most if the pattern behaves; a thousand units take less than a
  /// millisecond.
  public func cost(_ text: String) -> Int {
    let length = text.utf8.count
    guard case .compiled(let compiled) = form, !compiled.isAnchored else { return length / 16 }
    // It may start over at each byte, and each time run to the end.
    return length / 16 + length / 64 * (length / 64)
  }

  /// Whether the text matches; adds to the matcher's account where that took much.
  public func matches(
    _ text: String, with matcher: PatternMatcher
  ) throws(PatternLimit) -> Bool {
    switch form {
    case .prefix(let prefix): return text.utf8.starts(with: prefix.utf8)
    case .nonBlank: return text.unicodeScalars.contains { !CodePoints.isBlank($0) }
    case .compiled(let compiled): return try matcher.matches(compiled, text)
    }
  }

  private static func plainPrefix(_ source: String) -> String? {
    guard source.utf8.first == UInt8(ascii: "^") else { return nil }
    let rest = source.utf8.dropFirst()
    let isPlain = rest.allSatisfy { byte in
      byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    return isPlain ? String(Substring(rest)) : nil
  }
}

import SourceCore

/// What a citation or cross-reference names.
public struct CitationKey: Sendable, Hashable {
  /// The key, without `@`.
  public let text: String
  /// The key with its `@`.
  public let range: ByteRange

  /// Whether it is one of Quarto's cross-references (`fig-plot`, `sec-intro`).
  public var isCrossReference: Bool {
    guard let hyphen = text.utf8.firstIndex(of: UInt8(ascii: "-")) else { return false }
    return CitationKey.kinds.contains(String(text[..<hyphen]).lowercased())
  }

  private static let kinds: Set<String> = [
    "fig", "tbl", "sec", "eq", "lst", "thm", "lem", "cor", "prp", "cnj", "def", "exm", "exr",
    "sol", "rem", "alg", "nte", "tip", "wrn", "imp", "cau", "vid", "dia",
  ]
}

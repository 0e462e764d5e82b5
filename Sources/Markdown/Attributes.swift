import SourceCore

/// Pandoc attributes, `{#id .class key="value"}`, or the bare class word of a div.
public struct Attributes: Sendable, Hashable {
  /// One `key=value`.
  public struct Pair: Sendable, Hashable {
    /// The key as written.
    public let key: String
    /// The value, without quotes, escapes and entities decoded.
    public let value: String
    /// The whole pair.
    public let range: ByteRange
    /// The value as written, without its quotes.
    public let valueRange: ByteRange
  }

  /// The attributes with their braces; for a bare class word, the word.
  public let range: ByteRange
  /// The identifier, without `#`; the last one where there are several, as in pandoc.
  public internal(set) var id: String?
  /// Where the identifier stands, with its `#`.
  public internal(set) var idRange: ByteRange?
  /// The classes in order, without their dots.
  public internal(set) var classes: [String] = []
  /// Where each class stands, with its dot.
  public internal(set) var classRanges: [ByteRange] = []
  /// The `key=value` pairs in order.
  public internal(set) var pairs: [Pair] = []

  init(range: ByteRange) { self.range = range }

  /// Adds what another list says.
  mutating func merge(_ other: Attributes) {
    if let otherID = other.id { (id, idRange) = (otherID, other.idRange) }
    classes += other.classes
    classRanges += other.classRanges
    pairs += other.pairs
  }

  /// The value of the first pair with this key.
  public subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }
}

import SourceCore

/// A named block: MyST's `` ```{note} `` and `:::{note}`, Docusaurus's `:::note`.
public struct Directive: Sendable, Hashable {
  /// One `:key: value` line, or one key of the YAML between `---` lines.
  public struct Option: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value as written, without the blanks around it; "" where there is none.
    public let value: String
    /// Where the key stands.
    public let keyRange: ByteRange
    /// Where the value stands.
    public let valueRange: ByteRange
  }

  /// Its name (`note`).
  public let name: String
  /// Where the name stands, without braces.
  public let nameRange: ByteRange
  /// What follows the name on its line; "" where nothing does.
  public let arguments: String
  /// Where that stands.
  public let argumentsRange: ByteRange
  /// Its options in order.
  public let options: [Option]
  /// Whether its body is code or data rather than Markdown: `literal(_:)` gives it.
  public let isLiteral: Bool

  /// The value of the first option with this key.
  public subscript(key: String) -> String? { options.first { $0.key == key }?.value }
}

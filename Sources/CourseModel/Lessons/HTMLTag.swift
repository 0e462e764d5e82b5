import Markdown
import SourceCore

/// One HTML tag as written in a page.
public struct HTMLTag: Sendable, Hashable {
  /// One attribute.
  public struct Attribute: Sendable, Hashable {
    /// Name in lower case.
    public let name: String
    /// Value without quotes, entities not decoded; nil where it has none.
    public let value: String?
    /// Name, equals sign and value.
    public let range: ByteRange
    /// The value without quotes; empty where it has none.
    public let valueRange: ByteRange
  }

  /// The HTML block or inline that holds the tag.
  public let node: NodeID
  /// Name in lower case.
  public let name: String
  /// Whether it is a closing tag.
  public let isClosing: Bool
  /// From `<` to `>`.
  public let range: ByteRange
  /// Its attributes as written; of two with one name the first counts.
  public let attributes: [Attribute]

  /// The value of an attribute; the empty string where it has none; nil where it is absent.
  public func value(_ name: String) -> String? {
    attributes.first { $0.name == name }.map { $0.value ?? "" }
  }
}

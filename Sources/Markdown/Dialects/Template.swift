import SourceCore

/// A place where a site generator puts something in.
public struct Template: Sendable, Hashable {
  /// What stands around it.
  public enum Delimiters: UInt8, Sendable, Hashable {
    /// Liquid's `{% … %}`.
    case tag
    /// `{{ … }}`: Liquid's output, MyST's substitution.
    case output
    /// `{{< … >}}`: shortcodes of Hugo and Quarto.
    case shortcode
    /// `{{% … %}}`: Hugo's shortcodes that give Markdown.
    case markdownShortcode
    /// mdBook's `{{#… }}`.
    case include
    /// kramdown's `{: … }` after a span.
    case attributeList
    /// MDX's `{ … }`.
    case expression

    /// Whether what is put in is a part of a text rather than a block.
    var standsForText: Bool { self == .output || self == .include || self == .expression }
  }

  /// What stands around it.
  public let delimiters: Delimiters
  /// The whole template.
  public let range: ByteRange
  /// Its first word; "" where there is none.
  public let name: String
  /// Where that stands.
  public let nameRange: ByteRange
  /// What stands between the delimiters, without the blanks around it.
  public let contentRange: ByteRange
  /// Whether it ends another (`{{< /name >}}`, `{% endname %}`).
  public let isClosing: Bool
  /// Whether it ends itself (`{{< name />}}`).
  public let isSelfClosing: Bool
}

import SourceCore

/// Something in a document's structure that an author should know; parsing goes on all the same.
public struct ParseProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: String, Sendable, Hashable {
    /// A fenced div that nothing closes; the range is its opening fence.
    case unclosedDiv
    /// A closing fence (`:::`) outside any div; the range is that fence.
    case strayDivFence
    /// A front matter without its closing line; the range is its first line.
    case unclosedFrontMatter
    /// A fenced code block that nothing closes; the range is its opening fence.
    case unclosedCodeFence
    /// Containers nested deeper than 1,000; the range is what was read as plain text.
    case nestingLimit
    /// A directive that nothing closes; the range is its opening line.
    case unclosedDirective
    /// A line that was meant to open a div or directive, and does not; the range is that line.
    case malformedOpener
    /// A math block that nothing closes; the range is its opening line.
    case unclosedMath
    /// A shortcode whose `>}}` or `%}}` is missing; the range is what opens it.
    case unclosedShortcode
    /// A shortcode that comes in pairs, and nothing ends it; the range is the shortcode.
    case unpairedShortcode
    /// A closing shortcode (`{{< /name >}}`) that nothing opened; the range is the shortcode.
    case strayClosingShortcode
  }

  /// What is wrong.
  public let kind: Kind
  /// Where.
  public let range: ByteRange

  /// Makes a problem.
  public init(_ kind: Kind, _ range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}

import SourceCore

/// MyST's ``{name}`content` ``.
public struct Role: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// Where the name stands, without braces.
  public let nameRange: ByteRange
  /// What stands between the backticks.
  public let content: String
  /// Where that stands.
  public let contentRange: ByteRange
}

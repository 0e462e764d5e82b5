/// Matching was given up because it would have taken too much time or memory.
public struct PatternLimit: Error, Sendable, Hashable {
  /// The pattern that was being matched.
  public let pattern: String
  /// Length of the text it was matched against, in bytes.
  public let textLength: Int
}

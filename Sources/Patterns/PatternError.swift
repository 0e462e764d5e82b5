/// Why a text is no regular expression that can be used.
public struct PatternError: Error, Sendable, Hashable {
  /// What is wrong, without a full stop.
  public let message: String
  /// Where, in Unicode scalars from the start of the pattern.
  public let offset: Int

  init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// Why a text is no identifier of its kind.
public struct IdentifierError: Error, Sendable, Hashable {
  /// The specific fact, in one sentence without a full stop.
  public let message: String
  /// The part of the text that is wrong, as UTF-8 offsets in it.
  public let range: Range<Int>
  /// What to do about it, in one sentence.
  public let help: String?

  /// Makes an error.
  public init(_ message: String, at range: Range<Int>, help: String? = nil) {
    self.message = message
    self.range = range
    self.help = help
  }
}

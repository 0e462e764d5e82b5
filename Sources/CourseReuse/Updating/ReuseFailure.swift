/// Why a command about reuse cannot do what it was asked for.
public struct ReuseFailure: Error, Sendable, Hashable {
  /// What happened, in one sentence without a full stop.
  public let message: String
  /// What to do about it, in one sentence.
  public let help: String?

  /// Makes a failure.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

import SourceCore

/// Something to say of an office's framework document.
public struct FrameworkProblem: Error, Sendable, Hashable {
  /// What kind of thing.
  public enum Kind: Sendable, Hashable {
    /// The document cannot be used.
    case fault
    /// It asks less than the framework that it extends; it is used all the same.
    case loosening
  }

  /// What kind of thing.
  public let kind: Kind
  /// The place in the document.
  public let range: ByteRange
  /// The specific fact, without a full stop.
  public let message: String
  /// What to do about it.
  public let help: String?
  /// A change that answers it.
  public let fix: Fix?

  /// Makes a problem.
  public init(
    _ range: ByteRange, _ message: String, help: String? = nil, fix: Fix? = nil,
    kind: Kind = .fault
  ) {
    self.kind = kind
    self.range = range
    self.message = message
    self.help = help
    self.fix = fix
  }

  /// As what a command reports.
  public var finding: Finding { Finding(range, message, help: help, fix: fix) }
}

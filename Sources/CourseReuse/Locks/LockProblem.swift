import SourceCore

/// Why a lock cannot be used.
public struct LockProblem: Error, Sendable, Hashable {
  /// What is wrong with it.
  public enum Kind: String, Sendable, Hashable {
    /// The file could not be read.
    case unreadable
    /// Git's marks of a merge that was left half done.
    case conflict
    /// A newer tool wrote it.
    case newer
    /// It is no lock: broken JSON, or a field that is missing or wrong.
    case damaged
  }

  /// What is wrong.
  public let kind: Kind
  /// Where in the file; nil for all of it.
  public let range: ByteRange?
  /// The specific fact, in one sentence without a full stop.
  public let message: String
  /// What to do about it, in one sentence.
  public let help: String?

  /// Makes a problem.
  public init(_ kind: Kind, _ range: ByteRange?, _ message: String, help: String? = nil) {
    self.kind = kind
    self.range = range
    self.message = message
    self.help = help
  }
}

/// Why an archive could not be made.
public struct ZipFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What happened, in one sentence.
  public let description: String
}

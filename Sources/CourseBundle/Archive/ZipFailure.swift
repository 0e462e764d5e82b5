/// Why an archive could not be made or read.
public struct ZipFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What happened, in one sentence.
  public let description: String

  /// Makes a failure.
  init(description: String) { self.description = description }

  /// What learning platforms cannot read.
  static let tooLong = ZipFailure(
    description: "The files hold more than the 4 GB of a plain ZIP archive.")

  /// What libdeflate needs is not there.
  static let noMemory = ZipFailure(description: "There is no memory left for the archive.")
}

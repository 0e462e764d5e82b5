import CLibZip

/// Why an archive could not be made or read.
public struct ZipFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What happened, in one sentence.
  public let description: String

  /// Makes a failure.
  init(description: String) { self.description = description }

  /// What learning platforms cannot read.
  static let tooLong = ZipFailure(
    description: "The files hold more than the 4 GB of a plain ZIP archive.")

  /// A failure of libzip, told from its error, which must be read before anything else happens.
  init(_ doing: StaticString, _ function: StaticString, _ error: UnsafeMutablePointer<zip_error_t>)
  {
    let text = unsafe String(cString: zip_error_strerror(error))
    description = "The archive could not be \(doing): \(text) (\(function))."
  }
}

import Foundation

/// Where the clones are that real courses are read from.
enum Corpus {
  /// The folder that `ACADEMY_CORPUS` names.
  static let folder = ProcessInfo.processInfo.environment["ACADEMY_CORPUS"]
}

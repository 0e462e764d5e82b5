/// One way in which a bundle is not what it says it is.
public struct BundleFault: Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: String, Sendable, Hashable {
    /// The archive is not one of ours, or not safe to open.
    case archive
    /// The manifest cannot be read, or contradicts the rest of the bundle.
    case manifest
    /// A file holds something else than it should.
    case differs
    /// A file is not there.
    case missing
    /// A file should not be there.
    case extra
    /// A file was not made from what the repository holds.
    case source
  }

  /// What is wrong.
  public let kind: Kind
  /// The file inside the bundle; nil for the bundle itself.
  public let path: String?
  /// What it is, in one sentence without a full stop.
  public let message: String

  /// Makes a fault.
  public init(_ kind: Kind, _ path: String?, _ message: String) {
    self.kind = kind
    self.path = path
    self.message = message
  }

  /// As one line.
  public var description: String {
    "\(kind.rawValue)  \(path.map { "\($0): " } ?? "")\(message)"
  }
}

/// Holds fixes to what a file says.
public protocol FixGuard: Sendable {
  /// Whether a file still says what it said, but for what some rules are about.
  func keeps(_ before: [UInt8], _ after: [UInt8], rules: Set<String>) -> Bool

  /// Rules whose fixes change so much that they are held to nothing, and the others' fixes to what
  /// they leave.
  var trusted: Set<String> { get }
}

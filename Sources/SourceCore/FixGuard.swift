/// Holds fixes to what a file says.
public protocol FixGuard: Sendable {
  /// Whether a file still says what it said, but for what some rules are about.
  func keeps(_ before: [UInt8], _ after: [UInt8], rules: Set<String>) -> Bool

  /// Whether a rule's fixes are meant to change what the file says; they are held to nothing, and
  /// the others' fixes to what they leave.
  func trusts(_ rule: String) -> Bool
}

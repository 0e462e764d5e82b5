/// Checking was given up because it would have taken too much time or memory, or would never end.
public struct SchemaLimit: Error, Sendable, Hashable {
  /// What was reached, without a full stop.
  public let message: String
  /// The schema that was being applied, as a URI.
  public let location: String

  init(_ message: String, at location: String) {
    self.message = message
    self.location = location
  }
}

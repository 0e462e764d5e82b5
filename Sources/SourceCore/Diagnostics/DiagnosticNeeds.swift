/// What a report asks of its findings; what it does not ask for is not kept.
public struct DiagnosticNeeds: Sendable, Hashable {
  /// How many findings of a rule in a file keep their excerpt, the first ones.
  public var excerpts: Int
  /// Whether the edits of fixes are kept, besides what the fixes are called.
  public var edits: Bool

  /// Makes needs.
  public init(excerpts: Int, edits: Bool) {
    self.excerpts = excerpts
    self.edits = edits
  }

  /// Everything is kept.
  public static let all = DiagnosticNeeds(excerpts: .max, edits: true)
}

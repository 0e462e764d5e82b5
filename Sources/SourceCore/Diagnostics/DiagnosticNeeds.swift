/// What a report asks of its findings; what it does not ask for is not kept.
public struct DiagnosticNeeds: Sendable, Hashable {
  /// How many findings of a rule in a file keep their excerpt, the first ones.
  public var excerpts: Int
  /// Whether the edits of fixes are kept, besides what the fixes are called.
  public var edits: Bool
  /// Whether kept edits say their lines and columns too.
  public var editSpans: Bool

  /// How many findings of a rule in a file are kept, the first ones; the others are counted.
  public var findings: Int

  /// Makes needs.
  public init(excerpts: Int, edits: Bool, editSpans: Bool = false, findings: Int = .max) {
    self.excerpts = excerpts
    self.edits = edits
    self.editSpans = editSpans
    self.findings = findings
  }

  /// Everything is kept.
  public static let all = DiagnosticNeeds(excerpts: .max, edits: true, editSpans: true)

  /// What either asks for.
  public func union(_ other: DiagnosticNeeds) -> DiagnosticNeeds {
    DiagnosticNeeds(
      excerpts: max(excerpts, other.excerpts), edits: edits || other.edits,
      editSpans: editSpans || other.editSpans, findings: max(findings, other.findings))
  }
}

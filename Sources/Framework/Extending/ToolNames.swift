import SourceCore

/// What a framework document may speak of that only the rest of the tool knows.
public struct ToolNames: Sendable {
  /// The rules by their ids.
  public let rules: [String: RuleInfo]
  /// The layouts of courses.
  public let layouts: [String]

  /// Makes a list of names.
  public init(rules: [RuleInfo], layouts: [String]) {
    self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    self.layouts = layouts
  }
}

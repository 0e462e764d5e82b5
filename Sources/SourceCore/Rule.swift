/// A rule: what it is called and why it exists, with examples that are shown and run as tests.
public protocol Rule: Sendable {
  /// What the rule is called, says and rests on.
  static var info: RuleInfo { get }
  /// At least one good and one bad example.
  static var examples: [Example] { get }
  /// What an academy may set; nothing where a rule does not say otherwise.
  static var options: [RuleOption] { get }
}

extension Rule {
  /// Nothing to set.
  public static var options: [RuleOption] { [] }
  /// The description of this rule's type.
  public var info: RuleInfo { Self.info }
}

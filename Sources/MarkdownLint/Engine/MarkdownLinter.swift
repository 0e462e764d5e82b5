import SourceCore

/// Runs rules of `markdown/` on one page.
public struct MarkdownLinter: Sendable {
  /// What a rule found.
  public struct Found: Sendable {
    /// The rule.
    public let rule: RuleInfo
    /// What it found.
    public let finding: Finding
  }

  private let rules: [any MarkdownRule]

  /// Makes a linter with rules whose options are set.
  public init(rules: [any MarkdownRule]) { self.rules = rules }

  /// What the rules find, rule by rule.
  public func lint(_ page: MarkdownPage) -> [Found] {
    var found: [Found] = []
    for rule in rules {
      let info = rule.info
      rule.check(page) { found.append(Found(rule: info, finding: $0)) }
    }
    return found
  }
}

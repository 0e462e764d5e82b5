/// A setting of a rule that `pipeline.json` may change.
public struct RuleOption: Sendable, Hashable {
  /// What values it takes, with the one that holds where nothing is said.
  public enum Kind: Sendable, Hashable {
    /// A whole number in a range.
    case number(ClosedRange<Int>, default: Int)
    /// A list of texts.
    case texts(default: [String])
    /// Yes or no.
    case flag(default: Bool)
    /// A text; empty where nothing is said.
    case text(default: String)
    /// One of some texts.
    case choice([String], default: String)
    /// A whole number, or a list with one for each level of heading; -1 stands for any.
    case numbers(default: [Int])
  }

  /// Its name in `pipeline.json`.
  public let name: String
  /// What values it takes.
  public let kind: Kind
  /// One line that says what it changes.
  public let summary: String

  /// Makes an option.
  public init(_ name: String, _ kind: Kind, _ summary: String) {
    self.name = name
    self.kind = kind
    self.summary = summary
  }
}

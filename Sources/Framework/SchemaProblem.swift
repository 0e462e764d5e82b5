import SourceCore

/// A place where a manifest or a front matter is not what its schema asks for.
public struct SchemaProblem: Sendable, Hashable {
  /// The flagged bytes: the value, or the key of a field that is missing a part or is unknown.
  public let range: ByteRange
  /// Where the value stands, as a JSON pointer (`/reuses/0/as`); empty for the whole document.
  public let pointer: String
  /// The keyword of JSON Schema that failed (`enum`).
  public let keyword: String
  /// What is wrong, in an author's words, without a full stop.
  public let message: String
  /// What to do about it.
  public let help: String?
  /// A change that answers it.
  public let fix: Fix?

  /// Makes a problem.
  public init(
    range: ByteRange, pointer: String, keyword: String, message: String, help: String? = nil,
    fix: Fix? = nil
  ) {
    self.range = range
    self.pointer = pointer
    self.keyword = keyword
    self.message = message
    self.help = help
    self.fix = fix
  }

  /// Whether a field is not one of those the schema names; a layout with fields of its own may
  /// report only those for which a fix is known.
  public var isUnknownField: Bool { keyword == "additionalProperties" }

  /// As the finding that a rule reports.
  public var finding: Finding { Finding(range, message, help: help, fix: fix) }
}

import SourceCore

/// A place where a manifest or a front matter is not what its schema asks for.
public struct SchemaProblem: Sendable, Hashable {
  /// The flagged bytes: the value, or the key of a field that is missing a part or is unknown.
  public let range: ByteRange
  /// Where the value stands, as a JSON pointer (`/reuses/0/as`); empty for the whole document.
  public let pointer: String
  /// The keyword of JSON Schema that failed (`enum`); empty where the value could not be checked.
  public var keyword: String
  /// Where the keyword stands in its document, as a JSON pointer (`/$defs/level/enum`).
  public var schemaPointer = ""
  /// Where the keyword stands, as a URI (`urn:academy:schema:course:1#/$defs/level/enum`).
  public var schemaLocation = ""
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
  public var isUnknownField: Bool {
    keyword == "additionalProperties" || keyword == "unevaluatedProperties"
  }

  /// Hashes what tells most of them apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(pointer)
    hasher.combine(keyword)
  }

  /// As the finding that a rule reports.
  public var finding: Finding { Finding(range, message, help: help, fix: fix) }
}

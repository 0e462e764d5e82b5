import SourceCore

/// Something wrong with a YAML or JSON text; what could be read is returned all the same.
public struct DataProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: String, Sendable, Hashable {
    /// The text breaks the format's grammar.
    case syntax
    /// A tab where YAML allows spaces only.
    case tabIndentation
    /// A key that the same object already has; the first one counts.
    case duplicateKey
    /// A key that is itself a list or a map, or empty; its entry is left out.
    case nonStringKey
    /// A merge key `<<`, which YAML 1.2 does not have; it is read as an ordinary key.
    case mergeKey
    /// An alias `*name` without an anchor `&name` before it; it is read as nothing.
    case unknownAlias
    /// Aliases that stand for more values than anybody writes; the rest is read as nothing.
    case aliasLimit
    /// Lists and maps nested too deeply; nothing is read from there on.
    case depthLimit
    /// A second document in one file; only the first is read.
    case multipleDocuments
    /// Bytes that are not UTF-8, or control characters; each is read as `_`.
    case invalidEncoding
  }

  /// What is wrong.
  public let kind: Kind
  /// Where, as offsets in the whole file.
  public let range: ByteRange
  /// The specific fact, in one sentence without a full stop.
  public let message: String
  /// What to do about it, in one sentence.
  public let help: String?
  /// A related place: of a duplicate key, the first one.
  public let related: ByteRange?
  /// A change that answers it.
  public let fix: Fix?

  /// Makes a problem.
  public init(
    _ kind: Kind, _ range: ByteRange, _ message: String, help: String? = nil,
    related: ByteRange? = nil, fix: Fix? = nil
  ) {
    self.kind = kind
    self.range = range
    self.message = message
    self.help = help
    self.related = related
    self.fix = fix
  }
}

/// A change of one file that answers a finding.
public struct Fix: Sendable, Hashable {
  /// Whether a fix may be applied without a look.
  public enum Applicability: String, Sendable, Hashable {
    /// There is one right answer.
    case safe
    /// A person should look at it.
    case suggestion
  }

  /// Replaces the bytes of `range` by `replacement`.
  public struct Edit: Sendable, Hashable {
    /// The bytes to replace; empty for an insertion.
    public let range: ByteRange
    /// The text to put there.
    public let replacement: String
    /// The range in lines and columns; nil where nobody asked for it, and in notebooks.
    public var span: LineSpan?

    /// Makes an edit.
    public init(_ range: ByteRange, _ replacement: String, span: LineSpan? = nil) {
      self.range = range
      self.replacement = replacement
      self.span = span
    }
  }

  /// What the fix does, in the imperative (`write "CC-BY-4.0"`).
  public let title: String
  /// Edits in the finding's own file, ordered and disjoint.
  public let edits: [Edit]
  /// Whether it may be applied without a look.
  public let applicability: Applicability

  /// Makes a fix of several edits.
  public init(title: String, edits: [Edit], applicability: Applicability) {
    self.title = title
    self.edits = edits
    self.applicability = applicability
  }

  /// Makes a fix that replaces one range.
  public init(
    title: String, replacing range: ByteRange, with text: String, applicability: Applicability
  ) {
    self.init(title: title, edits: [Edit(range, text)], applicability: applicability)
  }

  /// The same with its edits in lines and columns.
  func placed(_ point: (Int) -> LineSpan.Point?) -> Fix {
    let edits = edits.map { edit in
      var edit = edit
      if let start = point(edit.range.start), let end = point(edit.range.end) {
        edit.span = LineSpan(start: start, end: end)
      }
      return edit
    }
    return Fix(title: title, edits: edits, applicability: applicability)
  }
}

/// What a rule reports: byte offsets in the file it looks at, no lines and columns yet.
public struct Finding: Sendable, Hashable {
  /// A related place or a fact that helps.
  public struct Note: Sendable, Hashable {
    /// What to know.
    public let text: String
    /// File below the course's folder that it is about, where there is one.
    public let path: RepoPath?
    /// Line in that file from 1, where there is one.
    public let line: Int?

    /// Makes a note.
    public init(_ text: String, path: RepoPath? = nil, line: Int? = nil) {
      self.text = text
      self.path = path
      self.line = line
    }
  }

  /// The flagged bytes; nil for a finding about the file as a whole.
  public var range: ByteRange?
  /// The specific fact, in one sentence without a full stop.
  public var message: String
  /// What to do about it, in one sentence.
  public var help: String?
  /// Related places and facts.
  public var notes: [Note]
  /// A change that answers it.
  public var fix: Fix?

  /// Makes a finding.
  public init(
    _ range: ByteRange?, _ message: String, help: String? = nil, notes: [Note] = [],
    fix: Fix? = nil
  ) {
    self.range = range
    self.message = message
    self.help = help
    self.notes = notes
    self.fix = fix
  }
}

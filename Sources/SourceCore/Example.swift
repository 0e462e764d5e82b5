/// One example of a rule, as data: it is shown to authors and run as a test.
///
/// `⟦` and `⟧` mark the exact span that the rule must report; a good example has none.
public struct Example: Sendable, Hashable {
  /// A file of the example; its text may hold marks.
  public struct File: Sendable, Hashable {
    /// What the tree holds at the path.
    public enum Nature: Sendable, Hashable {
      /// A file; the text is what it holds.
      case file
      /// A symbolic link; the text is where it leads.
      case symlink
      /// A submodule; the text does not matter.
      case submodule
      /// A file that cannot be read; the text is the reader's message.
      case unreadable(ReadFailure.Reason)
      /// A file of so many bytes; the text is how it begins.
      case sized(Int)
    }

    /// Path below the course's folder.
    public let path: String
    /// The file's text, marks included; `‹E9›` stands for the byte 0xE9.
    public let text: String
    /// What the tree holds at the path.
    public let nature: Nature

    /// Makes a file.
    public init(_ path: String, _ text: String, as nature: Nature = .file) {
      self.path = path
      self.text = text
      self.nature = nature
    }
  }

  /// One commit of an example with a history; later files replace earlier ones of the same path.
  public struct Commit: Sendable, Hashable {
    /// The files written by this commit.
    public let files: [File]
    /// Tags put on it.
    public let tags: [String]

    /// Makes a commit.
    public init(_ files: [File], tags: [String] = []) {
      self.files = files
      self.tags = tags
    }
  }

  /// Whether the rule must report something.
  public let isBad: Bool
  /// The files as they are in the tree that is checked.
  public let files: [File]
  /// Commits made before it, oldest first; empty where history does not matter.
  public let history: [Commit]
  /// Paths at which a finding about the file as a whole is expected (`""`: the course).
  public let wholeFiles: [String]
  /// What the first file becomes when the fix is applied; nil where the rule offers none.
  public let fixed: String?
  /// BCP 47 language that the example is checked in.
  public let language: String
  /// What the rule's options are set to; empty where the defaults do.
  public let options: [String: RuleSettings.Value]

  /// Path of the file in an example that is a single text.
  public static let lessonPath = "episodes/01-example.md"

  private init(
    isBad: Bool, files: [File], history: [Commit], wholeFiles: [String], fixed: String?,
    language: String, options: [String: RuleSettings.Value]
  ) {
    self.isBad = isBad
    self.files = files
    self.history = history
    self.wholeFiles = wholeFiles
    self.fixed = fixed
    self.language = language
    self.options = options
  }

  /// A lesson in which the rule finds nothing.
  public static func good(
    _ text: String, language: String = "en", options: [String: RuleSettings.Value] = [:]
  ) -> Example {
    good(files: [File(lessonPath, text)], language: language, options: options)
  }

  /// A lesson in which the rule reports exactly the marked spans; or, with `wholeFile`, the lesson.
  public static func bad(
    _ text: String, fixed: String? = nil, wholeFile: Bool = false, language: String = "en",
    options: [String: RuleSettings.Value] = [:]
  ) -> Example {
    bad(
      files: [File(lessonPath, text)], wholeFiles: wholeFile ? [lessonPath] : [], fixed: fixed,
      language: language, options: options)
  }

  /// Several files in which the rule finds nothing.
  public static func good(
    files: [File], history: [Commit] = [], language: String = "en",
    options: [String: RuleSettings.Value] = [:]
  ) -> Example {
    Example(
      isBad: false, files: files, history: history, wholeFiles: [], fixed: nil,
      language: language, options: options)
  }

  /// Several files in which the rule reports exactly the marked spans and `wholeFiles`.
  public static func bad(
    files: [File], history: [Commit] = [], wholeFiles: [String] = [], fixed: String? = nil,
    language: String = "en", options: [String: RuleSettings.Value] = [:]
  ) -> Example {
    Example(
      isBad: true, files: files, history: history, wholeFiles: wholeFiles, fixed: fixed,
      language: language, options: options)
  }
}

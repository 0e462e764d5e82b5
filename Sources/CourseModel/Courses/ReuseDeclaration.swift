import SourceCore

/// One entry of `reuses`: lessons copied from another course.
public struct ReuseDeclaration: Sendable {
  /// What the copy is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case verbatim, adapted, translated
  }

  /// One reused lesson.
  public struct LessonPair: Sendable {
    /// Its id in the course it was taken from.
    public let upstream: String
    /// Its id here.
    public let own: String
    /// Where the pair is written in the manifest.
    public let range: ByteRange
  }

  /// Id of the course it was taken from.
  public let course: String
  /// Where that id is written.
  public let courseRange: ByteRange
  /// The version range, as written; `*` where none is.
  public let version: String
  /// Where the version range is written; the whole entry where none is.
  public let versionRange: ByteRange
  /// What the copies are.
  public let kind: Kind
  /// The lessons.
  public let lessons: [LessonPair]
  /// What was changed, for adapted lessons.
  public let changes: String?
  /// Where to find the course, where the manifest says so.
  public let url: String?
  /// Title to credit, where it differs from the upstream manifest's.
  public let attributionTitle: String?
  /// Author to credit.
  public let attributionAuthor: String?
  /// Source to credit.
  public let attributionSource: String?
  /// The whole entry.
  public let range: ByteRange
}

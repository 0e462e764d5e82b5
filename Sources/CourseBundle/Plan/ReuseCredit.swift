import CourseModel

/// Whom a reused lesson is credited to, shown at its foot as licences ask.
public struct ReuseCredit: Sendable, Hashable {
  /// Id of the course it was taken from.
  public let course: String
  /// The release it was taken from; nil where none is locked.
  public let version: String?
  /// Title to credit: the course's, or what the author gave.
  public let title: String
  /// Author to credit, where known.
  public let author: String?
  /// The upstream licence as an SPDX expression, where known.
  public let license: String?
  /// What the copy is.
  public let kind: ReuseDeclaration.Kind
  /// Where the original is, where known; only `http` and `https` become links.
  public let sourceURL: String?
  /// What was changed, for adapted lessons.
  public let changes: String?

  /// Makes a credit.
  public init(
    course: String, version: String?, title: String, author: String?, license: String?,
    kind: ReuseDeclaration.Kind, sourceURL: String?, changes: String?
  ) {
    self.course = course
    self.version = version
    self.title = title
    self.author = author
    self.license = license
    self.kind = kind
    self.sourceURL = sourceURL
    self.changes = changes
  }
}

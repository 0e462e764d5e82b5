import CourseModel
import Identifiers

/// Who is touched when a course, or one of its lessons, changes.
public struct ReuseImpact: Sendable {
  /// What the change means for one copy.
  public enum Effect: String, Sendable, Hashable {
    /// The lesson is as it was in the release that the copy was taken from.
    case none
    /// The next release is in the range: an update brings it.
    case arrives
    /// The next release is outside the range: the copy stays until the range is widened.
    case outOfRange = "out-of-range"
    /// The lesson is gone, or has another id.
    case lost
    /// It arrives only when the course in between takes it.
    case later
    /// It cannot be told, because the copy is not locked or its release not known.
    case unknown
  }

  /// One copy of a lesson.
  public struct Copy: Sendable {
    /// The course that has the copy.
    public let course: String
    /// What the copy is.
    public let kind: ReuseDeclaration.Kind
    /// The lesson, in the course it was taken from and in this one.
    public let lesson: ReuseGraph.Lesson
    /// The range of versions, as written.
    public let range: String
    /// The courses in between, the nearest to the changed course first; empty for a direct copy.
    public let through: [String]
    /// What the change means for it.
    public let effect: Effect
    /// What changes in the lesson.
    public let changes: [CourseChange]
  }

  /// The changed course.
  public let course: ReuseGraph.Course
  /// What changed since the last release.
  public let pending: ReleaseCheck?
  /// The version that the change will get: the declared one, or at least the one it needs.
  public let next: SemVer?
  /// All copies, direct ones first, in bytewise order of the courses.
  public let copies: [Copy]

  /// The courses with direct copies.
  public var direct: Set<String> { Set(copies.filter { $0.through.isEmpty }.map(\.course)) }
  /// The courses that have copies only through others.
  public var indirect: Set<String> { Set(copies.map(\.course)).subtracting(direct) }
}

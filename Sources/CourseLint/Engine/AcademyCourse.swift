import CourseModel
import Identifiers
import SourceCore

/// A course among the others of an academy, as academy rules see it.
public struct AcademyCourse: Sendable {
  /// The course.
  public let course: Course
  /// Versions that it has, released ones and the one at work; empty where it has none.
  public let versions: [SemVer]
  /// Whether there may be releases that are not known (no repository, a shallow clone).
  public let mayHaveMore: Bool

  /// Makes a course; what its manifest declares counts as a version.
  public init(_ course: Course, releases: ReleaseSet? = nil) {
    self.course = course
    var versions = releases?.releases.map(\.version) ?? []
    if let own = course.metadata.version?.value { versions.append(own) }
    self.versions = versions.sorted()
    mayHaveMore = releases.map { $0.limit != nil } ?? true
  }

  /// The course's id, where its manifest gives one.
  public var id: String? { course.metadata.id?.value }
}

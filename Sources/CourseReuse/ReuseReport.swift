import CourseModel
import SourceCore

/// What checking a course's releases and reuse gives.
public struct ReuseReport: Sendable {
  /// What was found, unsorted; paths are below the root of the course's tree view.
  public let diagnostics: [Diagnostic]
  /// What was taken from other courses, in the manifest's order.
  public let reuses: [ResolvedReuse]
  /// The course's own releases.
  public let releases: ReleaseSet
}

import CourseModel
import SourceCore

extension ReuseChecker {
  /// The ids of the lessons that a release of one of the members holds, in their order.
  public func lessonIDs(
    in release: Release, of index: Int
  ) throws(ReadFailure) -> [String] {
    try catalog.snapshot(release, of: index).lessonIDs
  }
}

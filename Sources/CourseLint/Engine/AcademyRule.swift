import CourseModel
import SourceCore

/// A rule that looks at several courses at once.
public protocol AcademyRule: Rule {
  /// Reports what the rule finds in one course, by what is known of all.
  ///
  /// - Parameters:
  ///   - index: the course that is checked.
  ///   - courses: all courses, those that are only reused from among them.
  func check(_ index: Int, among courses: AcademyCourses, report: (CourseFinding) -> Void)
}

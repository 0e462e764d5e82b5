import CourseModel
import SourceCore

/// A rule that looks at one page.
///
/// `check` is a pure function of the page and the context: no state, no clock, no files.
public protocol LessonRule: Rule {
  /// Reports what the rule finds in a page.
  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void)
}

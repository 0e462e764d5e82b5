import CourseModel
import StructuredData

/// What the manifest says of completion.
struct Assessment: Hashable {
  /// Whether a learner must answer enough questions rightly, and not only see every lesson.
  let mustPass: Bool
  /// Per cent of right answers from which the course is passed.
  let pass: Int

  /// Reads `assessment`; a course that says nothing is completed by seeing its lessons.
  init(_ course: Course) {
    let written = course.manifest?["assessment"]
    mustPass = written?["completion"]?.string == "passed"
    pass = min(max(written?["pass"]?.intValue ?? 80, 0), 100)
  }
}

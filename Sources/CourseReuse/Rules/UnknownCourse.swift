import CourseModel
import SourceCore

/// Flags a reused course that nobody provides.
struct UnknownCourse: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/unknown-course", summary: "A reused course is in no source.",
    why: "Without the course, nobody can say whether the copies are current or changed.",
    severity: .error, scope: .academy, source: "Course format 1, reuse")

  static let examples: [Example] = [
    .good(
      files: [ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy()],
      history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.0.0"), ExampleCourses.north(course: "⟦office-a/git-basic⟧"),
        ExampleCourses.copy(),
      ], history: [ExampleCourses.release]),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    lazy var known = facts.knownCourses.filter { $0 != facts.course.metadata.id?.value }
    for reuse in facts.reuses {
      guard case .unknownCourse(let meant) = reuse.problem else { continue }
      report(
        .inManifest(
          of: facts.course, reuse.declaration.courseRange,
          "no source has the course `\(reuse.declaration.course)`",
          help: meant.map { "write `\($0)`" }
            ?? "add the repository that holds it to `sources` in pipeline.json",
          notes: [
            known.isEmpty
              ? "there is no other course to reuse from"
              : "the courses there are: \(WordList.joined(known))"
          ]))
    }
  }
}

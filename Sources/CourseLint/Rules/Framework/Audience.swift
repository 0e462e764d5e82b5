import CourseModel
import Framework
import SourceCore

/// Flags an audience that is not on the framework's list.
struct Audience: CourseRule {
  static let info = RuleInfo(
    id: "framework/audience",
    summary: "An audience is not one of the framework's.",
    why: """
      A catalogue of several offices can only be searched by audience if all use the same words. \
      "Analysts" in one office are statisticians in the next, and developers in a third.
      """,
    severity: .error, scope: .course, source: "Course format 1, `audience`; LRMI, educationalRole")

  private static let start = "schema: course/1\nid: office-a/price-index\nversion: 1.2.0\n"

  static let examples: [Example] = [
    .good(files: [.init("course.yml", start + "audience: [statistician, data-producer]\n")]),
    .good(files: [.init("course.yml", start + "audience: manager\n")]),
    .good(files: [
      .init(
        "course.yml",
        start + "paths:\n  - id: directivos\n    audience: [manager]\n    lessons: [pesos]\n")
    ]),
    .bad(
      files: [.init("course.yml", start + "audience: [⟦Statistician⟧, manager]\n")],
      fixed: start + "audience: [statistician, manager]\n"),
    .bad(
      files: [.init("course.yml", start + "language: fr\naudience: [⟦méthodologue⟧]\n")],
      fixed: start + "language: fr\naudience: [methodologist]\n"),
    .bad(files: [.init("course.yml", start + "audience:\n  - ⟦everybody⟧\n")]),
    .bad(
      files: [
        .init(
          "course.yml",
          start + "paths:\n  - id: directivos\n    audience: [⟦managers⟧]\n    lessons: [pesos]\n")
      ],
      fixed: start + "paths:\n  - id: directivos\n    audience: [manager]\n    lessons: [pesos]\n"),
  ]

  static let reads: FactParts = []

  func check(_ course: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    ManifestPart.audience.check(course.course, context, report: report)
  }
}

import CourseModel
import Framework
import SourceCore

/// Flags codes that GSBPM or GAMSO does not have in the version that the course names.
struct GSBPMCode: CourseRule {
  static let info = RuleInfo(
    id: "framework/gsbpm-code",
    summary: "A code of GSBPM or GAMSO does not exist in the version named.",
    why: """
      Offices look for a course by the sub-process it serves. A code that the model does not have is \
      found by nobody; without quotes, YAML reads 3.10 as the number 3.1, which is another activity.
      """,
    severity: .error, scope: .course, source: "UNECE, GSBPM 5.1 and 5.2; GAMSO 1.2")

  private static let start = "schema: course/1\nid: office-a/price-index\nversion: 1.2.0\n"

  static let examples: [Example] = [
    .good(files: [
      .init("course.yml", start + "gsbpm: {version: \"5.2\", codes: [\"5.3\", \"7\"]}\n")
    ]),
    .good(files: [.init("course.yml", start + "gamso: {version: \"1.2\", codes: [\"3.10\"]}\n")]),
    .good(files: [
      .init(
        "course.yml", start + "language: fr\ngsbpm:\n  version: \"5.1\"\n  codes:\n    - \"0.1\"\n")
    ]),
    .bad(files: [
      .init("course.yml", start + "gsbpm: {version: \"5.2\", codes: [\"5.3\", ⟦\"5.9\"⟧]}\n")
    ]),
    .bad(
      files: [.init("course.yml", start + "gsbpm: {version: \"5.2\", codes: [⟦5.3⟧]}\n")],
      fixed: start + "gsbpm: {version: \"5.2\", codes: [\"5.3\"]}\n"),
    .bad(files: [
      .init("course.yml", start + "gsbpm: {version: \"5.2\", codes: [⟦\"0.1\"⟧]}\n")
    ]),
    .bad(
      files: [
        .init(
          "course.yml",
          start
            + "language: fr\ngsbpm: {version: \"5.1\", codes: [⟦Examiner et valider les données⟧]}\n"
        )
      ], fixed: start + "language: fr\ngsbpm: {version: \"5.1\", codes: [\"5.3\"]}\n"),
  ]

  static let reads: FactParts = []

  func check(_ course: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    ManifestPart.activity.check(course.course, context, report: report)
  }
}

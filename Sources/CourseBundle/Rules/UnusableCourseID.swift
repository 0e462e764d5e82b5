import SourceCore

/// A course id that cannot name a folder.
struct UnusableCourseID: Rule {
  static let info = RuleInfo(
    id: "bundle/course-id", summary: "The course's id cannot name the bundle's folder.",
    why: "Bundles are found by office and course; an id must not lead anywhere else.",
    severity: .error, scope: .course, source: "Course format 1, a course")

  static let examples: [Example] = [
    .good(files: [
      .init("course.yml", "schema: course/1\nid: nso-north/prices\nversion: 1.0.0\n"),
      .init("episodes/01-index.md", "Prices rise.\n"),
    ]),
    .bad(files: [
      .init("course.yml", "schema: course/1\nid: ⟦../../etc⟧\nversion: 1.0.0\n"),
      .init("episodes/01-index.md", "Prices rise.\n"),
    ]),
  ]
}

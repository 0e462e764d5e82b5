import CourseModel
import Framework
import SourceCore

/// Flags a version that cannot be read the way the course says it is to be read.
struct VersionScheme: CourseRule {
  static let info = RuleInfo(
    id: "framework/version-scheme",
    summary: "The course's version is not a version of its scheme.",
    why: """
      Releases, locks and ranges such as `^1.2` compare versions number by number. `1.2`, `v1.2.0` \
      and a date are compared differently by every tool, or not at all.
      """,
    severity: .error, scope: .course,
    source: "Semantic Versioning 2.0.0; Course format 1, `version`")

  static let examples: [Example] = [
    .good(files: [.init("course.yml", "schema: course/1\nid: a/b\nversion: 1.3.0-dev\n")]),
    .good(files: [
      .init("course.yml", "schema: course/1\nid: a/b\nversioning: calver\nversion: \"2026.1\"\n")
    ]),
    .good(files: [
      .init(
        "course.yml", "schema: course/1\nid: institut/poids\nversion: \"2.0.0\"\nlanguage: fr\n")
    ]),
    .bad(
      files: [
        .init(
          "course.yml", "schema: course/1\nid: institut/indices\nversion: ⟦1.2⟧\nlanguage: fr\n")
      ], fixed: "schema: course/1\nid: institut/indices\nversion: 1.2.0\nlanguage: fr\n"),
    .bad(
      files: [.init("course.yml", "schema: course/1\nid: a/b\nversion: ⟦v1.2.0⟧\n")],
      fixed: "schema: course/1\nid: a/b\nversion: 1.2.0\n"),
    .bad(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: oficina/pesos\nversioning: calver\nversion: ⟦\"primavera\"⟧\n")
    ]),
    .bad(
      files: [
        .init("course.yml", "schema: course/1\nid: a/b\nversioning: ⟦SemVer⟧\nversion: 1.0.0\n")
      ], fixed: "schema: course/1\nid: a/b\nversioning: semver\nversion: 1.0.0\n"),
  ]

  static let reads: FactParts = []

  func check(_ course: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    ManifestPart.version.check(course.course, context, report: report)
  }
}

import CourseModel
import SourceCore

/// Flags a licence that is not written as an SPDX expression.
struct SPDXLicence: CourseRule, LessonRule {
  static let info = RuleInfo(
    id: "licence/spdx",
    summary: "A licence is not an SPDX expression.",
    why: """
      Whether a lesson may be copied, adapted or translated is decided by comparing licences, and \
      programs compare ids: `CC-BY-4.0` is one, `CC-BY 4.0` and "Creative Commons" are none.
      """,
    severity: .error, scope: .course, source: "SPDX 2.3, annex D, and the SPDX Licence List")

  static let examples: [Example] = [
    .good(files: [
      .init("course.yml", "schema: course/1\nid: a/b\nversion: 1.0.0\nlicense: CC-BY-4.0\n")
    ]),
    .good(files: [
      .init(
        "course.yml",
        """
        schema: course/1
        id: institut/indices
        version: 1.0.0
        language: fr
        license: etalab-2.0
        code_license: MIT OR EUPL-1.2

        """)
    ]),
    .good(files: [
      .init("config.yaml", "title: 'Índices'\nlang: es\nlicense: 'CC-BY-SA-4.0'\n"),
      .init("episodes/01-indices.md", "---\ntitle: Índices\nlicense: CC0-1.0\n---\n"),
    ]),
    .bad(
      files: [
        .init("config.yaml", "title: 'Price indices'\nlicense: ⟦'CC-BY 4.0'⟧\n"),
        .init("episodes/01-prices.md", "Text.\n"),
      ], fixed: "title: 'Price indices'\nlicense: 'CC-BY-4.0'\n"),
    .bad(
      files: [
        .init(
          "course.yml",
          "schema: course/1\nid: a/b\nversion: 1.0.0\ncode_license: ⟦Apache License 2.0⟧\n")
      ], fixed: "schema: course/1\nid: a/b\nversion: 1.0.0\ncode_license: Apache-2.0\n"),
    .bad(
      "---\ntitle: Índices\nlicense: ⟦\"Creative Commons BY-SA 4.0\"⟧\n---\n",
      fixed: "---\ntitle: Índices\nlicense: \"CC-BY-SA-4.0\"\n---\n", language: "es"),
    .bad("---\ntitle: Les indices\nlicense: ⟦tous droits réservés⟧\n---\n", language: "fr"),
  ]

  static let reads: FactParts = []

  func check(_ course: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let course = course.course
    for file in [course.manifest, course.config, course.citation].compactMap(\.self) {
      for key in ["license", "code_license"] {
        for finding in LicenceExpression.findings(file[key], in: file.text.bytes) {
          report(CourseFinding(file.path, finding.range.map(file.place), finding))
        }
      }
    }
  }

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard lesson.frontMatter.data != nil else { return }
    for finding in LicenceExpression.findings(
      lesson.frontMatter["license"], in: lesson.text.bytes)
    {
      report(finding)
    }
  }
}

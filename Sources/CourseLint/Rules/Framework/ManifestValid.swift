import CourseModel
import Framework
import SourceCore
import StructuredData

/// Flags what `course.yml` gets wrong, and syntax errors of `config.yaml`.
struct ManifestValid: CourseRule {
  static let info = RuleInfo(
    id: "framework/manifest",
    summary: "The manifest `course.yml` is not what the framework asks for.",
    why: """
      Other offices find, cite and reuse a course by its manifest. A field that is misspelt or has \
      a value of its own is not read by anybody, and nothing says so until it is needed.
      """,
    severity: .error, scope: .course,
    source: "Course format 1, the manifest's schema (`academy schema export`)")

  static let examples: [Example] = [
    .good(files: [
      .init("course.yml", "schema: course/1\nid: office-a/price-index\nversion: 1.2.0\n")
    ]),
    .good(files: [
      .init(
        "course.yml",
        """
        schema: course/1
        id: office-a/price-index
        version: 0.3.0-dev
        title: {en: Price indices, fr: Indices de prix, es: Índices de precios}
        language: en
        level: basic
        audience: [statistician]
        x-office-ticket: 1234

        """)
    ]),
    .good(files: [
      .init(
        "course.yml",
        "{\"schema\": \"course/1\", \"id\": \"office-a/price-index\", \"version\": \"1.2.0\"}\n")
    ]),
    .bad(
      files: [
        .init(
          "course.yml",
          "schema: course/1\nid: office-a/price-index\nversion: 1.2.0\nlevel: ⟦intermediat⟧\n")
      ],
      fixed: "schema: course/1\nid: office-a/price-index\nversion: 1.2.0\nlevel: intermediate\n"),
    .bad(
      files: [
        .init("course.yml", "schema: course/1\nid: ⟦Office A/Price index⟧\nversion: 1.2.0\n")
      ], fixed: "schema: course/1\nid: office-a/price-index\nversion: 1.2.0\n"),
    .bad(
      files: [
        .init(
          "course.yml",
          "schema: course/1\nid: institut/indices\nversion: 1.2.0\nlanguage: ⟦english⟧\n")
      ], fixed: "schema: course/1\nid: institut/indices\nversion: 1.2.0\nlanguage: en\n"),
    .bad(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: office-a/precios\nversion: 1.2.0\n⟦id⟧: office-a/salarios\n")
    ]),
  ]

  static let reads: FactParts = []

  func check(_ course: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    for file in [course.course.manifest, course.course.config].compactMap(\.self) {
      for problem in file.data.problems {
        let finding = Finding(
          problem.range, problem.message, help: problem.help,
          notes: problem.related.map { range in
            [
              Finding.Note(
                "the first one is here", path: file.path, line: file.lines.line(at: range.start) + 1
              )
            ]
          } ?? [], fix: problem.fix)
        report(CourseFinding(file.path, file.place(problem.range), finding))
      }
    }
    ManifestPart.other.check(course.course, context, report: report)
  }
}

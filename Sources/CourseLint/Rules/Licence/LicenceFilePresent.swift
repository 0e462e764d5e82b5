import CourseModel
import SourceCore

/// Flags a course without the text of its licence.
struct LicenceFilePresent: CourseRule {
  static let info = RuleInfo(
    id: "licence/missing-file",
    summary: "Neither the course nor a folder above it has a licence file.",
    why: """
      Without a licence nobody may copy, adapt or translate a lesson, however public it is. The \
      text belongs beside the course, so that it goes along with every copy; GitHub, GitLab and \
      archives look for `LICENSE`, `LICENCE` or `COPYING`.
      """,
    severity: .error, followsLifecycle: true, scope: .course,
    source: "CC BY 4.0, section 3.a.1.C; REUSE 3.3; GitHub, \"Licensing a repository\"")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Prices\nlicense: CC-BY-4.0\n"),
      .init("episodes/01-prices.md", "Text.\n"), .init("LICENSE.md", "CC BY 4.0\n"),
    ]),
    .good(files: [
      .init("cours/prix/course.yml", "schema: course/1\nid: a/prix\nversion: 1.0.0\n"),
      .init("cours/prix/episodes/01-prix.md", "Du texte.\n"), .init("LICENCE", "Texte.\n"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Precios\nlang: es\n"),
      .init("episodes/01-precios.md", "Texto.\n"), .init("LICENSES/CC-BY-4.0.txt", "Texto.\n"),
    ]),
    .bad(
      files: [
        .init("config.yaml", "title: Prices\nlicense: CC-BY-4.0\nlife_cycle: stable\n"),
        .init("episodes/01-prices.md", "Text.\n"),
      ], wholeFiles: [""]),
    .bad(
      files: [
        .init("course.yml", "schema: course/1\nid: a/prix\nversion: 1.0.0\n"),
        .init("episodes/01-prix.md", "Du texte.\n"),
        .init("licences-du-logiciel/a.txt", "Texte.\n"),
      ], wholeFiles: [""]),
    .bad(
      files: [
        .init("guia.md", "Texto.\n"), .init("licensing.md", "Qué licencia elegir.\n"),
      ], wholeFiles: [""]),
  ]

  static let reads: FactParts = []

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    guard let licences = facts.surroundings?.licences, licences.isEmpty else { return }
    let licence = facts.course.metadata.license?.value
    report(
      CourseFinding(
        .root, nil,
        Finding(
          nil, "the course has no licence file",
          help: licence.map { "add the text of `\(Wording.short($0))` as `LICENSE.md`" }
            ?? "choose a licence, such as `CC-BY-4.0`, and add its text as `LICENSE.md`")))
  }
}

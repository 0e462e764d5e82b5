import CourseModel
import Framework
import Identifiers
import SourceCore
import StructuredData

/// Flags a licence that the office's framework does not take.
struct ForbiddenLicence: CourseRule, LessonRule {
  static let info = RuleInfo(
    id: "licence/forbidden",
    summary: "The office's framework does not allow this licence.",
    why: """
      An office that publishes under one licence cannot take in what another forbids it to pass on: \
      a lesson that may not be used commercially, or not be changed, ends up in no course but its \
      own. The built-in framework forbids no licence; an office's may.
      """,
    severity: .error, scope: .course, source: "Course format 1, \"The framework\"")

  private static let framework = Example.File(
    "framework.json",
    """
    {"framework": "nso-north/1", "version": "1.0.0", "extends": "framework/1",
     "licences": {"forbid": ["CC-BY-NC-*"]}}

    """)
  private static let allowing = Example.File(
    "framework.json",
    """
    {"framework": "institut/1", "version": "1.0.0", "extends": "framework/1",
     "licences": {"allow": ["etalab-2.0", "CC-BY-4.0", "MIT"]}}

    """)

  static let examples: [Example] = [
    .good(files: [
      .init("course.yml", "schema: course/1\nid: a/b\nversion: 1.0.0\nlicense: CC-BY-SA-4.0\n"),
      framework,
    ]),
    .good(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: a/b\nversion: 1.0.0\nlicense: CC-BY-NC-4.0 OR CC-BY-4.0\n"),
      framework,
    ]),
    .good(files: [
      .init("course.yml", "schema: course/1\nid: a/b\nversion: 1.0.0\nlicense: CC-BY-NC-4.0\n")
    ]),
    .good(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: institut/prix\nversion: 1.0.0\nlicense: etalab-2.0\n"
          + "code_license: MIT\n"),
      allowing,
    ]),
    .bad(files: [
      .init("course.yml", "schema: course/1\nid: a/b\nversion: 1.0.0\nlicense: ⟦CC-BY-NC-4.0⟧\n"),
      framework,
    ]),
    .bad(files: [
      .init("episodes/01-indices.md", "---\ntitle: Índices\nlicense: ⟦CC-BY-NC-SA-4.0⟧\n---\n"),
      .init("config.yaml", "title: Índices\nlicense: CC-BY-4.0\n"),
      framework,
    ]),
    .bad(files: [
      .init("config.yaml", "title: Les prix\nlang: fr\nlicense: ⟦CC-BY-NC-ND-4.0⟧\n"),
      .init("episodes/01-prix.md", "Du texte.\n"),
      framework,
    ]),
    .bad(files: [
      .init(
        "course.yml",
        "schema: course/1\nid: institut/prix\nversion: 1.0.0\nlicense: CC-BY-4.0\n"
          + "code_license: ⟦MIT AND GPL-3.0-only⟧\n"),
      allowing,
    ]),
  ]

  static let reads: FactParts = []

  func check(_ course: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    for file in course.course.describingFiles {
      for key in ["license", "code_license"] {
        for finding in findings(file[key], context.framework) {
          report(CourseFinding(file.path, finding.range.map(file.place), finding))
        }
      }
    }
  }

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for finding in findings(lesson.frontMatter["license"], context.framework) { report(finding) }
  }

  /// What is not a licence expression is for `licence/spdx` to tell.
  private func findings(_ node: DataNode?, _ framework: Framework) -> [Finding] {
    guard let node else { return [] }
    if let list = node.array { return list.flatMap { findings($0, framework) } }
    guard let text = node.stringValue, let expression = SPDXExpression(text),
      let refusal = framework.refusal(of: expression)
    else { return [] }
    let message =
      refusal.isForbidden
      ? "`\(refusal.licence)` is a licence that `\(refusal.framework)` forbids"
      : "`\(refusal.licence)` is not a licence that `\(refusal.framework)` allows"
    let ways =
      refusal.allowed.isEmpty
      ? "choose another one, such as CC-BY-4.0"
      : "it allows \(Wording.list(refusal.allowed))"
    return [
      Finding(
        node.range, message,
        help: ways + "; what others wrote, only they can put under another licence")
    ]
  }
}

import CourseModel
import Framework
import SourceCore
import StructuredData

/// Flags a lesson without one of the sections that every lesson needs.
struct RequiredSection: LessonRule {
  static let info = RuleInfo(
    id: "structure/required-section",
    summary: "A lesson lacks a section that every lesson needs.",
    why: """
      `questions` and `objectives` tell a learner whether the lesson is for them, `keypoints` what \
      to take away; the site's overview, the instructors' notes and the LMS are built from them.
      """,
    severity: .error, followsLifecycle: true,
    source: "Carpentries Workbench, Episode structure; Course format 1, \"Divs\"")

  private static let questions = "::::: questions\n\n- What is a weight?\n\n:::::\n\n"
  private static let objectives = "::::: objectives\n\n- Compute a weight.\n\n:::::\n\n"
  private static let keypoints = "::::: keypoints\n\n- A weight counts.\n\n:::::\n"

  static let examples: [Example] = [
    .good(questions + objectives + "Text.\n\n" + keypoints),
    .good(
      """
      ::: {.questions}
      - Qu'est-ce qu'un poids ?
      :::
      ::: {.objectives}
      - Calculer un poids.
      :::
      ::: {.keypoints}
      - Un poids compte.
      :::
      """, language: "fr"),
    .good(files: [
      .init("config.yaml", "title: Pesos\nlang: es\n"),
      .init("learners/setup.md", "Una página que no es una lección.\n"),
      .init("episodes/01-pesos.md", questions + objectives + keypoints),
    ]),
    .bad(questions + objectives + "Text.\n", wholeFile: true),
    .bad(objectives + keypoints, wholeFile: true, language: "fr"),
    .bad(
      questions + "## Objetivos\n\n- Calcular un peso.\n\n" + keypoints, wholeFile: true,
      language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard lesson.kind == .lesson else { return }
    for name in context.structure.requiredDivs {
      if lesson.sections.contains(name) { continue }
      var notes: [Finding.Note] = []
      if let member = lesson.frontMatter.data?.member(name) {
        notes.append(
          .init(
            "the front matter has `\(name)`, which the Workbench does not read", path: lesson.path,
            line: lesson.lines.line(at: member.keyRange.start) + 1))
      }
      let purpose = context.structure.div(name).map { ": \(Self.lowercasedStart($0.description))" }
      report(
        Finding(
          nil, "the lesson has no `\(name)` section",
          help: "add `::::: \(name)` and its closing `:::::`\(purpose ?? "")", notes: notes))
    }
  }

  /// "What a learner takes away." → "what a learner takes away".
  private static func lowercasedStart(_ sentence: String) -> String {
    var text = sentence
    if text.hasSuffix(".") { text.removeLast() }
    return asciiLowercased(text.prefix(1)) + text.dropFirst()
  }
}

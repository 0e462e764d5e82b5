import CourseModel
import Framework
import SourceCore

/// Flags a lesson without an exercise.
struct NoExercise: LessonRule {
  static let info = RuleInfo(
    id: "structure/no-exercise",
    summary: "A lesson has no exercise.",
    why: """
      Learners find out what they did not understand by trying, and instructors by watching them. \
      A lesson without a `challenge` can be read, but it cannot be practised or assessed.
      """,
    severity: .warning, followsLifecycle: true,
    source: "Carpentries Instructor Training, \"Formative assessment\"; Course format 1, \"Divs\"")

  private static let exercise =
    "::::: challenge\n\nCompute it.\n\n::: solution\n\n42\n\n:::\n\n:::::\n"

  static let examples: [Example] = [
    .good("Text.\n\n" + exercise),
    .good("Du texte.\n\n::: {.challenge #poids}\n\nCalculez.\n\n:::\n", language: "fr"),
    .good(files: [
      .init("config.yaml", "title: Pesos\nlang: es\n"),
      .init("episodes/01-pesos.md", exercise),
      .init("learners/setup.md", "Instale R.\n"),
    ]),
    .bad("## Weights\n\nText.\n", wholeFile: true),
    .bad("## Exercice\n\nCalculez un poids.\n", wholeFile: true, language: "fr"),
    .bad("::: callout\n\nTexto.\n\n:::\n", wholeFile: true, language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard lesson.kind == .lesson else { return }
    for recommendation in context.structure.recommended {
      let name = recommendation.div
      if lesson.divs.contains(where: { $0.name == name || $0.classes.contains(name) }) { continue }
      let inner = recommendation.containing.map { " with a `\($0)` inside it" } ?? ""
      report(
        Finding(
          nil, "the lesson has no `\(name)`",
          help: "add a `\(name)`\(inner)"))
    }
  }
}

import CourseModel
import Framework
import SourceCore
import StructuredData

/// Flags objectives of the manifest that no lesson works towards.
struct UncoveredObjective: CourseRule {
  static let info = RuleInfo(
    id: "objectives/uncovered",
    summary: "No lesson serves an objective that the manifest declares with an id.",
    why: """
      The catalogue promises the objectives of `course.yml`. A lesson serves one by listing it, in \
      the same words or with its id (`[Compute a weight]{#compute}`), or by a challenge that cites \
      it. Objectives without ids are left alone.
      """,
    severity: .warning, scope: .course,
    source: "Biggs and Tang, Teaching for Quality Learning, constructive alignment")

  private static let start = "schema: course/1\nid: office-a/weights\nversion: 1.2.0\n"

  static let examples: [Example] = [
    .good(files: [
      .init("course.yml", start + "objectives:\n  - {id: compute, text: Compute a weight.}\n"),
      .init("episodes/01-weights.md", "::: objectives\n\n- Compute a *weight*\n\n:::\n"),
    ]),
    .good(files: [
      .init(
        "course.yml",
        start
          + "objectives:\n  - {id: calculer, text: {en: Compute a weight, fr: Calculer un poids}}\n"
          + "  - {id: caler, text: Caler un poids}\n"),
      .init(
        "episodes/01-poids.md",
        "::: objectives\n\n- Calculer un poids\n- [Caler les poids d'une enquête]{#caler}\n\n:::\n"),
    ]),
    .good(files: [
      .init("course.yml", start + "objectives:\n  - {id: pesar, text: Calcular un peso}\n"),
      .init("episodes/01-pesos.md", "::: {.challenge objective=pesar}\n\nTexto.\n\n:::\n"),
    ]),
    .bad(files: [
      .init(
        "course.yml",
        start + "objectives:\n  - {id: compute, text: Compute a weight}\n"
          + "  - {id: ⟦calibrate⟧, text: Calibrate a weight}\n"),
      .init("episodes/01-weights.md", "::: objectives\n\n- Compute a weight\n\n:::\n"),
    ]),
    .bad(files: [
      .init("course.yml", start + "objectives:\n  - id: ⟦caler⟧\n    text: Caler un poids\n"),
      .init("episodes/01-poids.md", "::: objectives\n\n- Définir un poids\n\n:::\n"),
    ]),
    .bad(files: [
      .init(
        "course.yml",
        start + "⟦objectives⟧:\n  - {id: pesar, text: Calcular un peso}\n"
          + "  - {id: calibrar, text: Calibrar un peso}\n"),
      .init("episodes/01-pesos.md", "::: objectives\n\n- Definir un peso\n\n:::\n"),
    ]),
  ]

  static let reads: FactParts = .objectives

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let map = ObjectiveMap(facts)
    let declared = map.declared.prefix(map.manifestCount)
    let open = declared.filter { !map.isServed($0) }
    if open.count == declared.count, open.count > 1, let file = facts.course.manifest,
      let key = file.data.root?.member("objectives")?.keyRange
    {
      report(
        CourseFinding(
          file.path, file.place(key),
          Finding(
            key, "no lesson names any of the \(open.count) objectives that have ids",
            help: "list each in the `objectives` of a lesson, in the same words or with its id: "
              + "`- [\(Wording.short(open[0].texts[0], limit: 40))]{#\(open[0].id)}`")))
      return
    }
    for objective in open {
      report(
        CourseFinding(
          objective.path, objective.place,
          Finding(
            nil, "no lesson serves the objective `\(objective.id)`",
            help: "list it in the `objectives` of the lesson that does, in the same words or with "
              + "its id: `- [\(Wording.short(objective.texts[0], limit: 40))]{#\(objective.id)}`")))
    }
  }
}

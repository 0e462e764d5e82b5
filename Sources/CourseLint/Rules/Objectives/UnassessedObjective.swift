import CourseModel
import Framework
import Identifiers
import SourceCore
import StructuredData

/// Flags objectives with ids that no challenge puts to the test.
struct UnassessedObjective: CourseRule {
  static let info = RuleInfo(
    id: "objectives/unassessed",
    summary: "No challenge assesses an objective that has an id.",
    why: """
      An objective that nothing tests is a hope. A challenge says what it assesses by \
      `{.challenge objective=id}` on its opening fence, so that an LMS can report by objective. \
      Objectives without ids are left alone.
      """,
    severity: .warning, scope: .course,
    source: "Biggs and Tang, Teaching for Quality Learning, constructive alignment")

  private static let start = "schema: course/1\nid: office-a/weights\nversion: 1.2.0\n"
  private static let two =
    start + """
      objectives:
        - {id: compute, text: Compute a weight}
        - {id: calibrate, text: Calibrate a weight}

      """

  static let examples: [Example] = [
    .good(files: [
      .init("course.yml", two),
      .init(
        "episodes/01-weights.md",
        "::: {.challenge objective=compute}\n\nText.\n\n:::\n\n"
          + "::: {.challenge objective=\"calibrate\"}\n\nText.\n\n:::\n"),
    ]),
    .good(files: [
      .init("course.yml", start + "language: fr\nobjectives: [Calculer un poids]\n"),
      .init("episodes/01-poids.md", "::: challenge\n\nTexte.\n\n:::\n"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Pesos\nlang: es\n"),
      .init(
        "episodes/01-pesos.md",
        "::: objectives\n\n- [Calcular un peso]{#calcular}\n\n:::\n\n"
          + "::: {.challenge objective=calcular}\n\nTexto.\n\n:::\n"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Weights\n"),
      .init("episodes/01-a.md", "::: objectives\n\n- Compute a [weight]{#weight}\n\n:::\n"),
    ]),
    .bad(files: [
      .init(
        "course.yml",
        start + "objectives:\n  - {id: compute, text: Compute a weight}\n"
          + "  - {id: ⟦calibrate⟧, text: Calibrate a weight}\n"),
      .init("episodes/01-weights.md", "::: {.challenge objective=compute}\n\nText.\n\n:::\n"),
    ]),
    .bad(files: [
      .init(
        "course.yml",
        start + "language: fr\n⟦objectives⟧:\n  - {id: calculer, text: Calculer un poids}\n"
          + "  - {id: caler, text: Caler un poids}\n"),
      .init("episodes/01-poids.md", "::: challenge\n\nTexte.\n\n:::\n"),
    ]),
    .good(files: [
      .init("episodes/01-weights.md", "::: {.challenge objective=calibrate}\n\nText.\n\n:::\n"),
      .init(
        "course.yml",
        start + "reuses:\n  - {course: office-a/weights, version: ^1.0, lessons: [weights]}\n"),
    ]),
    .bad(
      files: [
        .init(
          "episodes/01-pesos.md",
          "::: {.challenge objective=\"calcular ⟦calibrat⟧\"}\n\nTexto.\n\n:::\n"),
        .init(
          "course.yml",
          start + "language: es\nobjectives:\n  - {id: calcular, text: Calcular un peso}\n"
            + "  - {id: ⟦calibrar⟧, text: Calibrar un peso}\n"),
      ], fixed: "::: {.challenge objective=\"calcular calibrar\"}\n\nTexto.\n\n:::\n"),
  ]

  static let reads: FactParts = [.objectives, .identity]

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let map = ObjectiveMap(facts)
    unknownCitations(facts, map, report)
    // In a lesson an id alone may just be an anchor.
    if map.manifestCount == 0, map.assessed.isEmpty { return }
    let open = map.declared.filter { !map.assessed.contains($0.id) }
    // Where nobody has begun to say what a challenge assesses, one finding says it.
    if open.count == map.declared.count, open.count > 1, let first = open.first {
      let file = facts.course.manifest.flatMap { $0.path == first.path ? $0 : nil }
      let key = file?.data.root?.member("objectives")?.keyRange
      report(
        CourseFinding(
          first.path, key.flatMap { file?.place($0) } ?? first.place,
          Finding(
            key, "no challenge says which of the \(open.count) objectives with ids it assesses",
            help: "write the id on the challenge's opening fence: "
              + "`::: {.challenge objective=\(first.id)}`")))
      return
    }
    for objective in open {
      report(
        CourseFinding(
          objective.path, objective.place,
          Finding(
            nil, "no challenge assesses the objective `\(objective.id)`",
            help: "write `{.challenge objective=\(objective.id)}` on the fence of the challenge "
              + "that does, or add one")))
    }
  }

  /// Ids that a challenge cites and nobody declares.
  private func unknownCitations(
    _ facts: CourseFacts, _ map: ObjectiveMap, _ report: (CourseFinding) -> Void
  ) {
    let ids = Set(map.declared.map(\.id))
    lazy var index = NearMatch.Index(map.declared.map(\.id))
    // A reused lesson cites the objectives of the course that it was taken from.
    let reused = Set(facts.course.metadata.reuses.flatMap(\.lessons).map(\.own))
    let taken = Set(
      facts.course.pages.filter { page in
        reused.contains(page.listedID ?? facts.page(at: page.path)?.id ?? "")
      }.map(\.path))
    for page in facts.pages where !taken.contains(page.path) {
      lazy var names = MeantNames(index)
      for citation in page.citations where !ids.contains(citation.id) {
        let near = names.meant(by: citation.id)
        report(
          CourseFinding(
            page.path, citation.place,
            Finding(
              citation.range, "no objective has the id `\(Wording.short(citation.id))`",
              help: near.map { "write `\($0)`, if that is what is meant" }
                ?? "give the objective this id, in `course.yml` or in the lesson's `objectives`",
              fix: near.map {
                Fix(
                  title: "write `\($0)`", replacing: citation.range, with: $0,
                  applicability: .suggestion)
              })))
      }
    }
  }
}

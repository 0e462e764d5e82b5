import CourseModel
import SourceCore

/// Flags two lessons of one course that have the same id.
struct DuplicateID: CourseRule {
  static let info = RuleInfo(
    id: "structure/duplicate-id",
    summary: "Two lessons of a course have the same id.",
    why: """
      A lesson is reused, locked and linked to by its id, so with two of them nobody can say which \
      one is meant. Without an `id` of its own a lesson has the name of its file, less number and \
      ending.
      """,
    severity: .error, scope: .course, source: "Course format 1, \"Lesson front matter\"")

  static let examples: [Example] = [
    .good(files: [
      .init("config.yaml", "title: Weights\n"),
      .init("episodes/01-weights.md", "Text.\n"),
      .init("episodes/02-weights.md", "---\nid: calibrated-weights\n---\n\nText.\n"),
    ]),
    .good(files: [
      .init("a/README.md", "Du texte.\n"), .init("a/intro.md", "Du texte.\n"),
      .init("b/README.md", "Du texte.\n"), .init("b/intro.md", "Du texte.\n"),
    ]),
    .good(files: [
      .init("config.yaml", "title: Pesos\nlang: es\n"),
      .init("episodes/01-pesos.md", "Texto.\n"),
      .init("learners/pesos.md", "Una página que no es una lección.\n"),
    ]),
    .bad(
      files: [
        .init("config.yaml", "title: Weights\n"),
        .init("episodes/01-weights.md", "Text.\n"),
        .init("episodes/02-weights.md", "Text.\n"),
      ], wholeFiles: ["episodes/02-weights.md"]),
    .bad(files: [
      .init("config.yaml", "title: Poids\nlang: fr\n"),
      .init("episodes/01-poids.md", "---\nid: poids\n---\n"),
      .init("episodes/02-calage.md", "---\ntitle: Calage\nid: ⟦poids⟧\n---\n"),
    ]),
    .bad(files: [
      .init("config.yaml", "title: Pesos\nlang: es\n"),
      .init("episodes/01-pesos.md", "Texto.\n"),
      .init("episodes/02-calibrado.md", "---\nid: ⟦\"pesos\"⟧\n---\n\nTexto.\n"),
    ]),
  ]

  static let reads: FactParts = .identity

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    let course = facts.course
    var first: [String: RepoPath] = [:]
    for page in course.lessons {
      guard let own = facts.page(at: page.path) else { continue }
      let listed = page.listedID == Lesson.defaultID(page.path) ? nil : page.listedID
      // Other generators call the page of every folder `index` or `README`.
      if course.layout.isLenient, listed == nil, own.idPlace == nil { continue }
      let id = listed ?? own.id
      guard let path = first[id], let other = facts.page(at: path) else {
        first[id] = page.path
        continue
      }
      let place = listed == nil ? own.idPlace : nil
      report(
        CourseFinding(
          page.path, place,
          Finding(
            nil, "the id `\(Wording.short(id))` is also that of `\(other.path)`",
            help: "give one of the two another id in its front matter (`id: …`)",
            notes: [
              .init("the other lesson", path: other.path, line: other.idPlace?.line)
            ])))
    }
  }
}

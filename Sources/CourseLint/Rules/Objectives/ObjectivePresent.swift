import CourseModel
import Framework
import Markdown
import SourceCore
import StructuredData

/// Flags an `objectives` section that lists nothing, and a course that states no objective at all.
struct ObjectivePresent: LessonRule, CourseRule {
  static let info = RuleInfo(
    id: "objectives/none",
    summary: "A lesson's objectives section, or a whole course, states no objective.",
    why: """
      Objectives tell learners whether the course is for them and instructors what to practise; \
      they are read from the items of the `objectives` section. A paragraph there is shown, but \
      it is no objective to the catalogue or the LMS.
      """,
    severity: .error, followsLifecycle: true, scope: .course,
    source: "Carpentries Workbench, Episode structure; schema.org, teaches")

  private static let start = "schema: course/1\nid: office-a/weights\nversion: 1.2.0\n"

  static let examples: [Example] = [
    .good("::::: objectives\n\n- Compute the weights of a sample.\n\n:::::\n"),
    .good("---\nobjectives: [Calculer un poids]\n---\n\n::: objectives\n\n:::\n", language: "fr"),
    .good(files: [
      .init("course.yml", start + "objectives: [Calcular los pesos de una muestra]\n"),
      .init("pesos.md", "Texto.\n"),
    ]),
    .good(files: [.init("intro.md", "A folder of pages is not said to be a course.\n")]),
    .bad("⟦::::: objectives⟧\n\n:::::\n\nText.\n"),
    .bad(
      "⟦::::: objectives⟧\n\nÀ la fin, on sait calculer un poids.\n\n:::::\n", language: "fr"),
    .bad(
      files: [
        .init("course.yml", start), .init("pesos.md", "## Objetivos\n\n- Calcular un peso.\n"),
      ],
      wholeFiles: ["course.yml"]),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard lesson.kind == .lesson, lesson.objectives.isEmpty,
      let div = lesson.divs.first(where: { $0.name == "objectives" })
    else { return }
    let isEmpty = !lesson.document.children(div.node).contains { _ in true }
    report(
      Finding(
        div.opening,
        isEmpty ? "no objective is listed here" : "no objective is listed here, only text",
        help: "write each objective as an item that begins with a verb (`- Compute …`)"))
  }

  static let reads: FactParts = .objectives

  func check(_ facts: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    // Where each lesson needs the section, each lesson is told that it lacks it.
    guard let manifest = facts.course.manifest, !manifest.data.isPartial,
      !context.structure.requiredDivs.contains("objectives"),
      facts.course.metadata.objectives.isEmpty, !facts.pages.isEmpty,
      facts.pages.allSatisfy(\.objectives.isEmpty)
    else { return }
    report(
      CourseFinding(
        manifest.path, nil,
        Finding(
          nil, "neither the course nor any of its lessons states an objective",
          help: "list under `objectives` what a learner is able to do afterwards")))
  }
}

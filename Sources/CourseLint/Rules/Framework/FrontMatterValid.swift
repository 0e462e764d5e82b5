import CourseModel
import Framework
import SourceCore

/// Flags fields of a page's front matter whose value is not what the framework asks for.
struct FrontMatterValid: FrontMatterRule {
  static let info = RuleInfo(
    id: "framework/front-matter",
    summary: "A field of the front matter has a value that cannot be used.",
    why: """
      Times, ids and levels are read from the front matter for the timetable, for reuse and for \
      the catalogue. `teaching: an hour` is read as nothing, and the lesson takes no time.
      """,
    severity: .error,
    source: "Course format 1, the front matter's schema (`academy schema export`)")

  static let examples: [Example] = [
    .good("---\ntitle: Weighting a sample\nteaching: 20\nexercises: 15\n---\n\nText.\n"),
    .good("---\ntitle: Pondérer un échantillon\nteaching: 20\nexercises: 0\n---\n", language: "fr"),
    .good("---\ntitle: Weighting\nid: weighting\nlevel: basic\nslug: w\nauthor: M. Ríos\n---\n"),
    .bad("---\ntitle: Weighting a sample\nteaching: ⟦-5⟧\nexercises: 15\n---\n"),
    .bad(
      "---\ntitle: Pondérer\nteaching: 20\nexercises: ⟦un quart d'heure⟧\n---\n", language: "fr"),
    .bad(
      "---\ntitle: Ponderar\nlevel: ⟦básico⟧\n---\n\nTexto.\n",
      fixed: "---\ntitle: Ponderar\nlevel: basic\n---\n\nTexto.\n", language: "es"),
  ]

  func check(
    _ problems: [SchemaProblem], in lesson: Lesson, _ context: LessonContext,
    report: (Finding) -> Void
  ) {
    for problem in problems {
      if problem.isUnknownField { continue }
      // What an office asks of lessons it does not ask of an index or a page for instructors.
      if problem.keyword == "required", problem.pointer.isEmpty, lesson.kind != .lesson { continue }
      if LicenceExpression.isField(problem.pointer), problem.keyword == "format" { continue }
      var finding = problem.finding
      if finding.help == nil { finding.help = "`academy schema export` writes down what it may be" }
      report(finding)
    }
  }
}

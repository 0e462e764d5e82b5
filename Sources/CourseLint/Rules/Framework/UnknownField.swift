import CourseModel
import Framework
import Identifiers
import SourceCore

/// Flags fields of `course.yml` and of a page's front matter that nobody reads.
struct UnknownField: FrontMatterRule, CourseRule {
  static let info = RuleInfo(
    id: "framework/unknown-field",
    summary: "A field has a name that is not known.",
    why: """
      `licence: CC-BY-4.0` looks right and is read by nobody: the course has no licence, and nothing \
      says so. In `course.yml` every field is known or begins with `x-`. A lesson's front matter \
      also holds fields for the site generator, so there only a misspelling is reported.
      """,
    severity: .warning, scope: .course,
    source: "Course format 1, the schemas of manifest and front matter")

  private static let start = "schema: course/1\nid: office-a/price-index\nversion: 1.2.0\n"

  static let examples: [Example] = [
    .good(files: [.init("course.yml", start + "x-budget-line: 17\n")]),
    .good(
      "---\ntitle: Pondérer un échantillon\nteaching: 20\nnav_order: 3\nslug: w\n---\n",
      language: "fr"),
    .good(files: [
      .init("_quarto.yml", "project: {type: website}\n"),
      .init("pesos.qmd", "---\ntitle: Pesos\nteachin: false\n---\n\nTexto.\n"),
    ]),
    .bad(
      files: [.init("course.yml", start + "⟦licence⟧: CC-BY-4.0\n")],
      fixed: start + "license: CC-BY-4.0\n"),
    .bad(
      files: [
        .init("course.yml", start + "authors:\n  - name: Ana Ríos\n    ⟦mail⟧: a@b.example\n")
      ],
      fixed: start + "authors:\n  - name: Ana Ríos\n    email: a@b.example\n"),
    .bad(files: [.init("course.yml", start + "⟦budget⟧: 17\n")]),
    .bad(
      "---\ntitle: Weighting\n⟦excercises⟧: 10\n---\n",
      fixed: "---\ntitle: Weighting\nexercises: 10\n---\n"),
    .bad(
      "---\ntitle: Pondérer\n⟦Teaching⟧: 20\n---\n\nTexte.\n",
      fixed: "---\ntitle: Pondérer\nteaching: 20\n---\n\nTexte.\n", language: "fr"),
  ]

  static let reads: FactParts = []

  func check(_ course: CourseFacts, _ context: LessonContext, report: (CourseFinding) -> Void) {
    ManifestPart.unknownField.check(course.course, context, report: report)
  }

  func check(
    _ problems: [SchemaProblem], in lesson: Lesson, _ context: LessonContext,
    report: (Finding) -> Void
  ) {
    guard context.layout == .workbench else { return }
    for problem in problems where problem.isUnknownField {
      guard isMisspelt(problem) else { continue }
      var finding = problem.finding
      if finding.help == nil { finding.help = problem.fix?.title }
      report(finding)
    }
  }

  /// Whether an unknown field is a known one with a typing error, and not just another word for it.
  private func isMisspelt(_ problem: SchemaProblem) -> Bool {
    guard let meant = problem.fix?.edits.first?.replacement,
      let written = problem.pointer.split(separator: "/").last
    else { return false }
    return NearMatch.distance(asciiLowercased(written), asciiLowercased(meant)) <= 2
  }
}

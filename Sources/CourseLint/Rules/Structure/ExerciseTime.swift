import CourseModel
import SourceCore
import StructuredData

/// Flags a lesson that has exercises and plans no time for them.
struct ExerciseTime: LessonRule {
  static let info = RuleInfo(
    id: "structure/duration",
    summary: "A lesson has exercises, but no time for them.",
    why: """
      The timetable is added up from `teaching` and `exercises`. With `exercises: 0` a workshop of \
      six lessons is planned for a morning, and takes the day.
      """,
    severity: .warning, source: "Carpentries Workbench, Episode metadata")

  private static let exercise = "\n::::: challenge\n\nCompute it.\n\n:::::\n"

  static let examples: [Example] = [
    .good("---\ntitle: Weights\nteaching: 20\nexercises: 10\n---\n" + exercise),
    .good("---\ntitle: Poids\nteaching: 20\nexercises: 0\n---\n\nDu texte.\n", language: "fr"),
    .good("---\ntitle: Pesos\nexercises: 5\n---\n" + exercise, language: "es"),
    .bad("---\ntitle: Weights\nteaching: 20\nexercises: ⟦0⟧\n---\n" + exercise),
    .bad("---\ntitle: Poids\nteaching: 20\n---\n" + exercise, wholeFile: true, language: "fr"),
    .bad(
      "---\ntitle: Pesos\nteaching: 20\nexercises: ⟦\"0\"⟧\n---\n" + exercise + exercise,
      language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard lesson.kind == .lesson, context.layout == .workbench else { return }
    let count = lesson.divs.count { $0.name == "challenge" || $0.classes.contains("challenge") }
    guard count > 0 else { return }
    let exercises = Wording.count(count, "challenge")
    guard let node = lesson.frontMatter["exercises"], !node.isNull else {
      report(
        Finding(
          nil, "the lesson has \(exercises), but no time is planned for exercises",
          help: "write their minutes into the front matter (`exercises: \(count * 5)`)"))
      return
    }
    guard node.intValue == 0 || node.stringValue == "0" else { return }
    report(
      Finding(
        node.range, "no time is planned for exercises, though the lesson has \(exercises)",
        help: "write the minutes that learners need for \(count == 1 ? "it" : "them")"))
  }
}

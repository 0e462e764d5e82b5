import CourseModel
import Framework
import Markdown
import SourceCore

/// Flags quizzes in which everything is right.
struct QuizAllCorrect: LessonRule {
  static let info = RuleInfo(
    id: "structure/quiz-all-correct",
    summary: "Every option of a quiz is right.",
    why: """
      Whoever ticks everything has passed, and nothing was asked. A wrong option that is tempting \
      shows what was misunderstood.
      """,
    severity: .warning,
    source: "Carpentries Instructor Training, \"Formative assessment\", plausible distractors")

  /// A challenge with a question and a solution.
  private static func quiz(_ question: String, _ solution: String) -> String {
    "::::: challenge\n\n\(question)\n\n::: solution\n\n\(solution)\n\n:::\n\n:::::\n"
  }

  static let examples: [Example] = [
    .good(quiz("- [ ] the mean\n- [ ] the median", "- [ ] the mean\n- [x] the median")),
    .good(
      quiz("- [ ] moyenne\n- [ ] médiane\n- [ ] mode", "- [x] moyenne\n- [x] médiane\n- [ ] mode"),
      language: "fr"),
    .good(quiz("Instale R.", "- [x] R está instalado\n- [x] Git está instalado"), language: "es"),
    .bad(quiz("- [ ] the mean\n- [ ] the median", "⟦- [x] the mean⟧\n- [x] the median")),
    .bad(quiz("- [ ] moyenne\n- [ ] médiane", "⟦* [X] moyenne⟧\n* [x] médiane"), language: "fr"),
    .bad(quiz("- [ ] Sí", "⟦- [x] Sí⟧\n\nEso es."), language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for quiz in QuizReader.quizzes(in: lesson) where quiz.keyHasSameOptions {
      guard let key = quiz.key, let first = key.first, key.allSatisfy(\.isTicked) else { continue }
      report(
        Finding(
          first.range,
          key.count == 1
            ? "the question has this option only" : "all \(key.count) options are right",
          help: "add an option that is wrong and tempting"))
    }
  }
}

import CourseModel
import Framework
import Identifiers
import Markdown
import SourceCore

/// Flags quizzes whose key is missing, does not fit the question, or stands in it.
struct QuizWithoutAnswer: LessonRule {
  static let info = RuleInfo(
    id: "structure/quiz-without-answer",
    summary: "A quiz has no key, or one that does not fit its question.",
    why: """
      In a challenge a list of boxes is a question's options, and the same list in its solution, \
      ticked, is the key. An LMS can only mark what has a key; and a box that is ticked in the \
      question tells the answer to everybody.
      """,
    severity: .error, source: "Course format 1, \"Lessons\"")

  /// A challenge with a question and a solution.
  private static func quiz(_ question: String, _ solution: String) -> String {
    "::::: challenge\n\n\(question)\n\n::: solution\n\n\(solution)\n\n:::\n\n:::::\n"
  }

  static let examples: [Example] = [
    .good(quiz("- [ ] `git log`\n- [ ] `git diff`", "- [ ] `git log`\n- [x] `git diff`\n\nSo.")),
    .good(
      quiz("1. Quand ?\n\n   - [ ] hier\n   - [ ] demain", "- [x] demain\n- [ ] hier"),
      language: "fr"),
    .good(quiz("- una mediana\n- una media", "Ambas son medidas de posición."), language: "es"),
    .good("::::: checklist\n\n- [ ] Install R\n- [x] Read the welcome letter\n\n:::::\n"),
    .bad(quiz("⟦- [ ] the mean⟧\n- [ ] the median", "The median.")),
    .bad(
      quiz("- [ ] la moyenne\n- [ ] la médiane", "- [ ] la moyenne\n- [x] ⟦la mediane⟧"),
      fixed: quiz("- [ ] la moyenne\n- [ ] la médiane", "- [ ] la moyenne\n- [x] la médiane"),
      language: "fr"),
    .bad(
      quiz("- [ ] la media\n- ⟦[x]⟧ la mediana", "- [ ] la media\n- [x] la mediana"),
      fixed: quiz("- [ ] la media\n- [ ] la mediana", "- [ ] la media\n- [x] la mediana"),
      language: "es"),
    .bad(quiz("- [ ] yes\n- [ ] no", "⟦- [ ] yes⟧\n- [ ] no")),
    .bad(quiz("- [ ] yes\n- [ ] no\n- [ ] perhaps", "⟦- [ ] yes⟧\n- [x] no")),
    .bad(quiz("- [ ] yes\n⟦- no⟧", "- [ ] yes\n- [x] no")),
    .bad("::::: challenge\n\n- [ ] yes\n- ⟦[x]⟧ no\n\n:::::\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for quiz in QuizReader.quizzes(in: lesson) {
      for option in quiz.options where option.box == nil {
        report(
          Finding(
            option.range, "the option \(Self.quoted(option)) has no box, as the others have",
            help: "write `- [ ]` before it"))
      }
      let isTicked = quiz.options.contains(where: \.isTicked)
      if isTicked { report(tickedQuestion(quiz)) }
      guard let key = quiz.key, let first = key.first else {
        if !isTicked, let option = quiz.options.first { report(missingKey(option)) }
        continue
      }
      if !quiz.keyHasSameOptions {
        report(difference(quiz, key, lesson))
      } else if !key.contains(where: \.isTicked) {
        report(
          Finding(
            first.range, "no option of the key is ticked", help: "tick what is right: `- [x]`"))
      }
    }
  }

  private func missingKey(_ option: Quiz.Option) -> Finding {
    Finding(
      option.range, "this list of boxes is a question, and its solution does not hold the key",
      help: "repeat the list in the challenge's `solution` and tick what is right, "
        + "or write `-` without boxes if it is no question")
  }

  private func tickedQuestion(_ quiz: Quiz) -> Finding {
    let ticked = quiz.options.filter(\.isTicked)
    let marks = ticked.compactMap(\.box)
    let hasKey = quiz.keyHasSameOptions && quiz.key?.contains(where: \.isTicked) == true
    let isSame =
      quiz.key.map { key in
        Set(key.filter(\.isTicked).map(\.text)) == Set(ticked.map(\.text))
      } ?? false
    return Finding(
      marks.first?.range, "the question tells its answer: \(Self.quoted(ticked[0])) is ticked",
      help: hasKey
        ? "leave the boxes of the question empty; the key is in the solution"
        : "leave the boxes empty here, and repeat the list, ticked, in the challenge's `solution`",
      fix: hasKey
        ? Fix(
          title: "untick the question", edits: marks.map { Fix.Edit($0.range, "[ ]") },
          applicability: isSame ? .safe : .suggestion) : nil)
  }

  /// The first way in which the key is another list than the question.
  private func difference(_ quiz: Quiz, _ key: [Quiz.Option], _ lesson: Lesson) -> Finding {
    let asked = Set(quiz.options.map(\.text))
    let answered = Set(key.map(\.text))
    let extra = key.filter { !asked.contains($0.text) }
    let missing = quiz.options.filter { !answered.contains($0.text) }
    guard let odd = extra.first else {
      let what = missing.first.map { "lacks the option \(Self.quoted($0))" } ?? "repeats an option"
      return Finding(
        key.first?.range, "the key \(what)",
        help: "list in the solution exactly what the question lists")
    }
    let meant = extra.count == 1 && missing.count == 1 ? missing.first : nil
    return Finding(
      odd.contentRange, "the key has \(Self.quoted(odd)), which is no option of the question",
      help: meant.map { "write \(Self.quoted($0)), as in the question" }
        ?? "list in the solution exactly what the question lists",
      fix: meant.map {
        Fix(
          title: "write it as in the question", replacing: odd.contentRange,
          with: lesson.text.string($0.contentRange), applicability: .suggestion)
      })
  }

  private static func quoted(_ option: Quiz.Option) -> String {
    "\"\(Wording.short(option.text.filter { $0 != "`" }, limit: 40))\""
  }
}

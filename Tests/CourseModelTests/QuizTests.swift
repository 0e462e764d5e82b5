import CourseModel
import SourceCore
import Testing

struct QuizTests {
  private func lesson(_ text: String) throws -> Lesson {
    let path = try #require(RepoPath("episodes/01-quiz.md"))
    return LessonParser(layout: .workbench, language: "en")
      .parse(SourceText(path: path, text), path: path, kind: .lesson)
  }

  private func quizzes(_ text: String) throws -> [Quiz] { QuizReader.quizzes(in: try lesson(text)) }

  @Test func aListAndItsKeyAreAQuiz() throws {
    let found = try quizzes(
      """
      ::::: challenge

      Which one?

      - [ ] `git log`
      - [ ] git *diff*

      ::: solution

      - [ ]  `git log`
      - [x] git diff

      Because.

      :::

      :::::
      """)
    #expect(found.count == 1)
    let quiz = try #require(found.first)
    #expect(quiz.options.map(\.text) == ["git log", "git diff"])
    #expect(quiz.keyHasSameOptions)
    #expect(quiz.key?.map(\.isTicked) == [false, true])
    #expect(quiz.options.map(\.isTicked) == [false, false])
  }

  @Test func questionsFindTheirKeysByTheirOptions() throws {
    let found = try quizzes(
      """
      ::::: challenge

      1. First?

          - [ ] a
          - [ ] b

      2. Second?

          - [ ] c
          - [ ] d

      ::: solution

      - [x] d
      - [ ] c

      Then:

      - [x] a
      - [ ] B

      :::

      :::::
      """)
    #expect(found.map { $0.options.map(\.text) } == [["a", "b"], ["c", "d"]])
    #expect(found.map { $0.key?.map(\.text) } == [["a", "B"], ["d", "c"]])
    #expect(found.map(\.keyHasSameOptions) == [false, true])
  }

  @Test(arguments: [
    "- [ ] outside\n- [x] of any box\n",
    "::: checklist\n\n- [ ] in a checklist\n\n:::\n",
    "::::: challenge\n\n::: hint\n\n- [ ] in a hint\n\n:::\n\n> - [ ] in a quote\n\n:::::\n",
    "::::: challenge\n\n::: solution\n\n- [x] in a solution alone\n\n:::\n\n:::::\n",
  ]) func otherBoxesAreNoQuestions(_ text: String) throws {
    let found = try quizzes(text)
    #expect(found.isEmpty)
  }

  @Test func whatAChallengeAssessesIsAFact() throws {
    let facts = LessonFacts(
      try lesson(
        """
        ::: {.challenge objective="read-a-diff, undo"}

        Text.

        :::

        ::: {.callout objective=not-assessed}

        Text.

        :::
        """))
    #expect(facts.citations.map(\.id) == ["read-a-diff", "undo"])
    #expect(facts.citations.map(\.place.column) == [28, 41])
  }
}

import CourseModel
import Framework
import Markdown
import SourceCore

/// Flags a solution that belongs to no challenge.
struct SolutionOutsideChallenge: LessonRule {
  static let info = RuleInfo(
    id: "structure/solution-outside-challenge",
    summary: "A `solution` stands outside of any `challenge`.",
    why: """
      The page shows a folded "solution" to a question that nobody asked, and an LMS cannot put the \
      two together. Often the challenge above it was closed too early, or never marked as one.
      """,
    severity: .warning, source: "Carpentries Workbench, Component guide, \"Exercises/Challenges\"")

  static let examples: [Example] = [
    .good("::::: challenge\n\nCompute it.\n\n::: solution\n\n42\n\n:::\n\n:::::\n"),
    .good(
      "::::: discussion\n\nQui publie ?\n\n::: solution\n\nNous.\n\n:::\n\n:::::\n", language: "fr"),
    .good("::: spoiler\n\n## Más detalles\n\nTexto.\n\n:::\n", language: "es"),
    .bad(
      "::::: challenge\n\nCompute it.\n\n:::::\n\n⟦::: solution⟧\n\n42\n\n:::\n"),
    .bad("## Exercice\n\nCalculez.\n\n⟦::: {.solution}⟧\n\n42\n\n:::\n", language: "fr"),
    .bad(
      "::::: callout\n\nCalcule un peso.\n\n⟦::: solution⟧\n\n42\n\n:::\n\n:::::\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    // Quarto has a box of that name which stands alone.
    guard context.layout == .workbench else { return }
    var challenges = ClosedDivs(lesson) { $0.classes.contains("challenge") }
    lazy var areInExercises = areInExercises(lesson.divs, context.structure)
    for (index, div) in lesson.divs.enumerated() where div.classes.contains("solution") {
      if areInExercises[index] { continue }
      let earlier = challenges.last(before: div.range.start).map { lesson.divs[$0] }
      var notes: [Finding.Note] = []
      if let earlier, let closing = lesson.document.fence(earlier.node)?.closing {
        notes.append(
          .init(
            "the challenge above it is closed here", path: lesson.path,
            line: lesson.lines.line(at: closing.start) + 1))
      }
      report(
        Finding(
          div.opening, "this solution is in no challenge",
          help: "put it before the closing fence of its `challenge`; "
            + "what is only folded away is a `spoiler`",
          notes: notes))
    }
  }

  /// For each box whether it is in one that asks something; found from the outside in, as boxes may
  /// be nested a thousand deep.
  private func areInExercises(_ divs: [Div], _ structure: StructureRules) -> [Bool] {
    var found: [Bool] = []
    found.reserveCapacity(divs.count)
    for div in divs {
      guard let parent = div.parent else {
        found.append(false)
        continue
      }
      let outer = divs[parent]
      found.append(
        found[parent] || outer.classes.contains(where: { Self.exercises.contains($0) })
          || structure.intendedDiv(for: outer.name) == "challenge")
    }
    return found
  }

  /// Boxes that ask something.
  private static let exercises: Set<String> = ["challenge", "discussion"]
}

import CourseModel
import Markdown
import SourceCore

/// Flags quotes, lists and boxes nested so deeply that the rest is read as plain text.
struct NestingLimit: LessonRule {
  static let info = RuleInfo(
    id: "structure/nesting",
    summary: "Quotes, lists or boxes are nested more than 1,000 deep.",
    why: """
      Nobody writes this by hand: it is a broken export, or an attempt to keep a server busy. What \
      lies deeper is read as plain text.
      """,
    severity: .warning, source: "ARCHITECTURE.md, Markdown")

  private static func quotes(_ count: Int) -> String { String(repeating: ">", count: count) }

  static let examples: [Example] = [
    .good("> > > A quotation of a quotation of a quotation.\n"),
    .good("- poids\n  - de base\n    - corrigé\n", language: "fr"),
    .good(quotes(900) + " muy profundo\n", language: "es"),
    .bad(quotes(1_000) + "⟦" + quotes(5) + " text⟧\n"),
    .bad(quotes(1_000) + "⟦> texte⟧\n", language: "fr"),
    .bad("Texto.\n\n" + quotes(1_000) + "⟦" + quotes(40) + "⟧\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    // One page that is broken in this way is one finding, however often it happens.
    guard let problem = lesson.document.problems.first(where: { $0.kind == .nestingLimit }) else {
      return
    }
    report(
      Finding(
        problem.range, "more than 1,000 quotes, lists and boxes are nested here",
        help: "remove the markers that were not meant"))
  }
}

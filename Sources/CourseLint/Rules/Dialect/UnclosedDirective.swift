import CourseModel
import Markdown
import SourceCore

/// Flags a directive or a block of math that nothing closes.
struct UnclosedDirective: LessonRule {
  static let info = RuleInfo(
    id: "dialect/unclosed-directive",
    summary: "A directive or a block of math is opened and never closed.",
    why: "All the rest of the page ends up in it.",
    severity: .error, source: "MyST Markdown, Directives; Quarto, Markdown Basics")

  static let examples: [Example] = [
    .good(files: MystExample.files("```{note}\nWeights sum up.\n```\n")),
    .good(files: MystExample.files("::::{note}\n:::{tip}\nTexte.\n:::\n::::\n"), language: "fr"),
    .good(files: MystExample.files("$$\nx = 1\n$$\n"), language: "es"),
    .bad(files: MystExample.files("⟦```{note}⟧\nWeights sum up.\n\n## Next\n")),
    .bad(files: MystExample.files("⟦:::{tip} Poids⟧\n\nTexte.\n"), language: "fr"),
    .bad(files: MystExample.files("Texto.\n\n⟦$$⟧\nx = 1\n\nMás.\n"), language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for problem in lesson.document.problems {
      switch problem.kind {
      case .unclosedDirective:
        let fence = lesson.text.bytes[problem.range.indices].prefix {
          $0 == lesson.text.bytes[problem.range.start]
        }
        report(
          Finding(
            problem.range, "the directive is never closed",
            help: "add a line `\(String(decoding: fence, as: UTF8.self))` where it ends"))
      case .unclosedMath:
        report(
          Finding(
            problem.range, "the block of math is never closed",
            help: "add a line `$$` where it ends"))
      default: break
      }
    }
  }
}

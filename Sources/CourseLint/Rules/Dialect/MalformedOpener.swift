import CourseModel
import Markdown
import SourceCore

/// Flags a line that was meant to open a box or directive, and does not.
struct MalformedOpener: LessonRule {
  static let info = RuleInfo(
    id: "dialect/malformed-opener",
    summary: "A line looks like the start of a box or directive, and is none.",
    why: "What follows is no box, and the line itself is shown to learners.",
    severity: .error, source: "Pandoc User's Guide, fenced_divs; MyST Markdown, Directives")

  static let examples: [Example] = [
    .good("::: callout\n\nWeights sum up.\n\n:::\n"),
    .good("::: {.callout #poids}\n\nTexte.\n\n:::\n", language: "fr"),
    .good("```markdown\n::: {.callout\n```\n", language: "es"),
    .bad("⟦::: {.callout⟧\n\nWeights sum up.\n"),
    .bad("⟦::: callout poids élevés⟧\n\nTexte.\n", language: "fr"),
    .bad(files: MystExample.files("⟦:::{note⟧\nTexto.\n"), language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for problem in lesson.document.problems where problem.kind == .malformedOpener {
      let bytes = lesson.text.bytes[problem.range.indices]
      let isOpen = bytes.contains(UInt8(ascii: "{")) && !bytes.contains(UInt8(ascii: "}"))
      report(
        Finding(
          problem.range, "this line opens nothing",
          help: isOpen
            ? "close the brace"
            : lesson.document.dialect == .myst
              ? "write the name in braces: `:::{note}`"
              : "write one name (`::: callout`), or attributes in braces (`::: {.callout #id}`)"))
    }
  }
}

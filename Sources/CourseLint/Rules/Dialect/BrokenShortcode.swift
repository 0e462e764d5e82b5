import CourseModel
import Markdown
import SourceCore

/// Flags a shortcode that is not closed, or closes nothing.
struct BrokenShortcode: LessonRule {
  static let info = RuleInfo(
    id: "dialect/shortcode",
    summary: "A shortcode is not closed, or closes nothing.",
    why: "Hugo and Quarto stop with an error, or show the braces to learners.",
    severity: .error, source: "Hugo, Shortcodes; Quarto, Shortcodes")

  static let examples: [Example] = [
    .good(files: HugoExample.files("{{< figure src=\"a.png\" >}}\n")),
    .good(files: HugoExample.files("{{% notice %}}\nTexte.\n{{% /notice %}}\n"), language: "fr"),
    .good(files: QuartoExample.files("{{< include _intro.qmd >}}\n"), language: "es"),
    .good(
      files: HugoExample.files("{{% notice %}}\n<div>\nText.\n</div>\n{{% /notice %}}\n")),
    .bad(files: HugoExample.files("Text.\n\n⟦{{<⟧ figure src=\"a.png\"\n\nMore.\n")),
    .bad(
      files: HugoExample.files("Texte.\n\n⟦{{% /notice %}}⟧\n\nSuite.\n"), language: "fr"),
    .bad(
      files: HugoExample.files(
        "⟦{{% notice %}}⟧\nUno.\n\n{{% notice %}}\nDos.\n{{% /notice %}}\n"), language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for problem in lesson.document.problems {
      let text = lesson.text.string(problem.range)
      switch problem.kind {
      case .unclosedShortcode:
        let close = text.utf8.contains(UInt8(ascii: "%")) ? "%}}" : ">}}"
        report(
          Finding(
            problem.range, "the shortcode is never closed", help: "end it with `\(close)`"))
      case .unpairedShortcode:
        report(
          Finding(
            problem.range, "the shortcode has no end, and elsewhere it has one",
            help: "end it with its name behind a slash, as in `{{< /name >}}`"))
      case .strayClosingShortcode:
        report(
          Finding(
            problem.range, "the shortcode ends nothing",
            help: "delete it, or open the shortcode in front of it"))
      default: break
      }
    }
  }
}

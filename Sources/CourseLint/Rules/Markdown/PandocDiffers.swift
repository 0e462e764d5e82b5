import CourseModel
import Markdown
import SourceCore

/// Flags places where pandoc, and so the Workbench, renders something else than CommonMark.
struct PandocDiffers: LessonRule {
  static let info = RuleInfo(
    id: "markdown/pandoc-differs",
    summary: "The site's pandoc reads this otherwise than previews and other tools do.",
    why: """
      The preview of an editor or of GitHub shows a list, and the site shows a paragraph with \
      hyphens in it. Nothing warns the author, because both are right by their own rules.
      """,
    severity: .warning, source: "Pandoc User's Guide, Pandoc's Markdown; CommonMark 0.31.2")

  static let examples: [Example] = [
    .good("Weights:\n\n- food\n- rent\n"),
    .good("## Poids\n- Alimentation\n    - pain\n", language: "fr"),
    .good("La ruta `C:\\Users` es de Windows, y A. García la usa.\n", language: "es"),
    .good("- one\n\n::: callout\n\nText.\n:::\n## Next\n"),
    .good(
      files: QuartoExample.files(
        "## Weights\n\nWater is H~2~O.^[See [Weights].]\n\n(@) First\n\n\\let\\a\\b and\\index{x}.\n\n\\newpage\n"
      )),
    .bad(
      files: QuartoExample.files("Ouvrir C:⟦\\Users⟧.\n\nTexte.\n⟦## Poids⟧\n"),
      fixed: "Ouvrir C:\\\\Users.\n\nTexte.\n\n## Poids\n", language: "fr"),
    .good(files: QuartoExample.files("Item  Weight\n----- ------\nBread    120\n")),
    .bad("Weights:\n⟦- food⟧\n- rent\n", fixed: "Weights:\n\n- food\n- rent\n"),
    .bad("Texte.\n⟦## Poids⟧\n", fixed: "Texte.\n\n## Poids\n", language: "fr"),
    .bad("Abre C:⟦\\Users⟧.\n", fixed: "Abre C:\\\\Users.\n", language: "es"),
    .bad("- one\n⟦> quoted⟧\n"),
    .bad("⟦Two lines\nof text\n---⟧\n\nMore.\n"),
    .bad("⟦a)⟧ first\nb) second\n"),
    .bad("- one\n\n⟦+⟧ two\n"),
    .bad("Water is H⟦~2~⟧O, a square x⟦^2^⟧, a note⟦^[⟧here].\n"),
    .bad("## Weights\n\nSee ⟦[weights]⟧ and ⟦\\(x\\)⟧.\n"),
    .bad("<div>\nSome ⟦**⟧bold** text.\n</div>\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard PandocDifference.matters(in: lesson.document.dialect) else { return }
    let document = lesson.document
    var found =
      GluedBlocks.find(in: document, lines: lesson.lines) + PandocLists.find(in: document)
      + PandocInlines.find(in: lesson)
    if !PandocDifference.isWritten(for: document.dialect) {
      found += MarkdownInHTML.find(in: document)
    }
    for difference in found {
      report(
        Finding(
          difference.range, difference.message, help: difference.help, fix: difference.fix))
    }
  }
}

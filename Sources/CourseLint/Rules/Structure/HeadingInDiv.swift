import CourseModel
import Framework
import Markdown
import SourceCore

/// Flags headings in boxes that the page's outline leaves out or the box drops.
struct HeadingInDiv: LessonRule {
  static let info = RuleInfo(
    id: "structure/heading-in-div",
    summary: "A heading in a box is neither the box's title nor part of the outline.",
    why: """
      The heading that comes first in a box is its title. The Workbench's outline lists the `##` \
      headings that stand in no box, so a section that begins inside one cannot be jumped to; it \
      is often the sign of a fence that is missing above it. In `questions` and `objectives`, which \
      have titles of their own, a heading is not shown at all.
      """,
    severity: .note,
    source: "carpentries/sandpaper, inst/rmarkdown/lua/lesson.lua and R/utils-xml.R")

  static let examples: [Example] = [
    .good("::::: challenge\n\n## Compute a weight\n\nText.\n\n:::::\n"),
    .good(
      "::::: callout\n\n## Confidentialité\n\n### Seuils\n\nTexte.\n\n### Arrondis\n\nTexte.\n\n:::::\n",
      language: "fr"),
    .good(
      """
      ::::: challenge

      ## Primera parte

      Texto.

      ::: solution

      ## Respuesta

      42

      :::

      ## Segunda parte

      Texto.

      :::::
      """, language: "es"),
    .good("::: {.wide-figure}\n\n### Map\n\n![A map](map.png)\n\n:::\n"),
    .bad("::::: callout\n\nText.\n\n⟦## Weights⟧\n\nText.\n\n:::::\n"),
    .bad("::::: objectives\n\n⟦## Objectifs⟧\n\n- Calculer un poids.\n\n:::::\n", language: "fr"),
    .bad(
      "::: {.ancho}\n\n⟦## Pesos⟧\n\nTexto.\n\n⟦## Calibrado⟧\n\nTexto.\n\n:::\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard context.layout == .workbench else { return }
    let document = lesson.document
    for heading in lesson.headings {
      guard let index = heading.div, document.parent(heading.node) == lesson.divs[index].node else {
        continue
      }
      let div = lesson.divs[index]
      if isMisnamed(div, lesson, context.structure) { continue }
      let name = div.name.isEmpty ? "the box" : "the box `\(div.name)`"
      if Self.titled.contains(div.name) {
        report(
          Finding(
            heading.range, "\(name) has a title of its own, and this heading is not shown",
            help: "remove the heading"))
      } else if heading.level <= 2, !isTitle(heading, of: div, lesson, context.structure) {
        report(
          Finding(
            heading.range,
            "the page's outline leaves out `\(Wording.short(heading.text))`, "
              + "which stands inside \(name)",
            help: "close the box before it, or write `###` if it is a heading within the box"))
      }
    }
  }

  /// Whether a box has a name that `structure/div-unknown` reports, which comes first.
  private func isMisnamed(_ div: Div, _ lesson: Lesson, _ structure: StructureRules) -> Bool {
    !div.name.isEmpty && structure.div(div.name) == nil
      && !lesson.text.bytes[div.opening.indices].contains(UInt8(ascii: "{"))
  }

  /// Boxes that the Workbench rebuilds without their headings.
  private static let titled: Set<String> = ["questions", "objectives"]

  /// Whether the Workbench makes the heading the box's title.
  private func isTitle(
    _ heading: Heading, of div: Div, _ lesson: Lesson, _ structure: StructureRules
  ) -> Bool {
    // A box that the layout does not know has no title.
    guard structure.div(div.name) != nil else { return false }
    let document = lesson.document
    // What stands before the heading ends with the node before it.
    var previous = NodeID(Int(heading.node.index) - 1)
    if previous == div.node { return true }
    while let parent = document.parent(previous), parent != div.node { previous = parent }
    // What follows a solution in a challenge is the next part of it, with a title again.
    guard div.name == "challenge" else { return false }
    return lesson.div(of: previous).map { Self.folded.contains($0.name) } ?? false
  }

  private static let folded: Set<String> = ["solution", "hint", "instructor", "spoiler"]
}

import CourseModel
import Framework
import Identifiers
import Markdown
import SourceCore

/// Flags a box whose name the layout does not know.
struct UnknownDiv: LessonRule {
  static let info = RuleInfo(
    id: "structure/div-unknown",
    summary: "A box has a name that the layout does not know.",
    why: """
      The Workbench shows it without frame and title, and nothing is collected from it: key points \
      in a box called `keypoint` are in no summary. A name in braces (`::: {.my-style}`) is taken \
      for a style of your own unless it is nearly one of the known names.
      """,
    severity: .warning, source: "Carpentries Workbench, Component guide")

  static let examples: [Example] = [
    .good("::::: callout\n\nText.\n\n:::::\n"),
    .good("::: {.tableau-large}\n\nTexte.\n\n:::\n", language: "fr"),
    .good("::: {#nota .callout}\n\nTexto.\n\n:::\n", language: "es"),
    .bad(
      "::::: ⟦keypoint⟧\n\n- Weights sum up.\n\n:::::\n",
      fixed: "::::: keypoints\n\n- Weights sum up.\n\n:::::\n"),
    .bad(
      "::: ⟦calout⟧\n\nTexte.\n\n:::\n", fixed: "::: callout\n\nTexte.\n\n:::\n", language: "fr"),
    .bad(
      "::: {⟦.challange⟧ #pesos}\n\nTexto.\n\n:::\n",
      fixed: "::: {.challenge #pesos}\n\nTexto.\n\n:::\n", language: "es"),
    .bad("::::: ⟦blackboard⟧\n\nText.\n\n:::::\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let structure = context.structure
    guard !structure.knownDivs.isEmpty else { return }
    for div in lesson.divs where !div.name.isEmpty {
      if div.classes.contains(where: { structure.div($0) != nil }) { continue }
      let intended = structure.intendedDiv(for: div.name)
      let near =
        intended
        ?? NearMatch.best(for: div.name, among: structure.knownDivs.lazy.map(\.name))
      // A class in braces is a style, unless it is nearly one of ours.
      let isStyle = lesson.text.bytes[div.opening.indices].contains(UInt8(ascii: "{"))
      if isStyle, near == nil { continue }
      let message = "the layout knows no box called `\(Wording.short(div.name))`"
      guard let near else {
        report(
          Finding(
            div.nameRange, message,
            help: "use one that it knows (`callout`, `discussion`, `spoiler`, …), "
              + "or `{.\(Wording.short(div.name))}` for a style of your own"))
        continue
      }
      let isDotted = lesson.text.bytes[div.nameRange.start] == UInt8(ascii: ".")
      report(
        Finding(
          div.nameRange, message,
          help: intended == nil ? "write `\(near)`, if that is what is meant" : "write `\(near)`",
          fix: Fix(
            title: "write `\(near)`", replacing: div.nameRange, with: (isDotted ? "." : "") + near,
            applicability: intended == nil ? .suggestion : .safe)))
    }
  }
}

import CourseModel
import Markdown
import SourceCore

/// Flags a heading more than one level below the heading before it.
struct HeadingSkip: LessonRule {
  static let info = RuleInfo(
    id: "accessibility/heading-skip", alias: "MD001",
    summary: "A heading skips a level.",
    why: """
      Screen readers let people move through a page by its headings. Where `##` is followed by \
      `####`, a section seems to be missing, and the listener searches for it. \
      The page's title is level 1, so lessons start with `##`; headings inside boxes and quotes \
      are titles of those and count for nothing here.
      """,
    severity: .warning,
    source: "WCAG 2.2, technique G141 (https://www.w3.org/WAI/WCAG22/Techniques/general/G141)")

  static let examples: [Example] = [
    .good("## Seasonal adjustment\n\n### Why\n\n#### Easter\n\n## Revisions\n"),
    .good(
      """
      ## Editing rules

      ::::: challenge

      #### Write one yourself

      :::::

      ### Hard edits
      """),
    .good("## Imputation\n\n> #### A quotation's own heading\n\n### Donors\n"),
    .good("## Confidentialité\n\n### Seuils\n\n### Arrondis\n", language: "fr"),
    .bad("## Seasonal adjustment\n\n⟦#### Easter⟧\n\n### Revisions\n"),
    .bad("⟦### Prices⟧\n\nText.\n\n### Wages\n"),
    .bad("## Confidentialité\n\n⟦##### Seuils⟧\n\n##### Arrondis\n", language: "fr"),
    .bad("## Imputación\n\n::::: callout\n\n## Nota\n\n:::::\n\n⟦#### Donantes⟧\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    guard !lesson.headings.isEmpty else { return }
    let document = lesson.document
    var tags = lesson.tags.filter { level(of: $0) != nil }[...]
    // The title in the front matter, or the site's, is the level above all headings.
    var last = 1
    var lastText: String?
    for heading in lesson.headings where document.parent(heading.node) == Document.root {
      while let tag = tags.first, tag.range.lower < heading.range.lower {
        if let level = level(of: tag) { (last, lastText) = (level, nil) }
        tags.removeFirst()
      }
      if heading.level > last + 1 {
        let above =
          lastText.map { "the one above it, `\(Wording.short($0, limit: 40))`, level \(last)" }
          ?? (last == 1 ? "is the first one" : "the one above it level \(last)")
        report(
          Finding(
            heading.range, "the heading has level \(heading.level) and \(above)",
            help: "write `\(String(repeating: "#", count: last + 1))`, "
              + "or add the heading that is missing between the two"))
      }
      last = heading.level
      lastText = heading.text
    }
  }

  private func level(of tag: HTMLTag) -> Int? {
    guard !tag.isClosing, tag.name.utf8.count == 2, tag.name.utf8.first == UInt8(ascii: "h"),
      let digit = tag.name.utf8.last, digit >= 0x31, digit <= 0x36
    else { return nil }
    return Int(digit) - 0x30
  }
}

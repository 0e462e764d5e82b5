import CourseModel
import Framework
import Markdown
import SourceCore
import StructuredData

/// Flags headings and boxes with nothing below them.
struct EmptySection: LessonRule {
  static let info = RuleInfo(
    id: "structure/empty-section",
    summary: "A section or a box holds nothing.",
    why: """
      A heading promises something. Where nothing follows, a learner looks for what failed to load, \
      and an author has forgotten what was to be written.
      """,
    severity: .warning, followsLifecycle: true,
    source: "Course format 1, \"Severity follows the lifecycle\"")

  static let examples: [Example] = [
    .good("## Weights\n\n### Design weights\n\nText.\n\n## Calibration\n\nText.\n"),
    .good(
      "## Poids\n\n::::: challenge\n\n## Calculez un poids\n\n1 / 0,02\n\n:::::\n", language: "fr"),
    .good("Texto.\n\n## Referencias\n", language: "es"),
    .good(files: [
      .init(
        "slides.qmd", "---\ntitle: Weights\nformat: revealjs\n---\n\n## Why?\n\n## How?\n\nSo.\n")
    ]),
    .good("## Where it is {.unlisted}\n\n## Weights\n\n![A map](map.png)\n"),
    .bad("## Weights\n\nText.\n\n⟦## Calibration⟧\n\n## Nonresponse\n\nText.\n"),
    .bad("## Poids\n\n⟦### Calage⟧\n\n<!-- à écrire -->\n\n## Bilan\n\nTexte.\n", language: "fr"),
    .bad("Texto.\n\n⟦::::: callout⟧\n\n:::::\n\n⟦## Resumen⟧\n", language: "es"),
    .bad(
      "::::: challenge\n\n## Compute it\n\n1 / 0.02\n\n::: solution\n\n⟦## Solution⟧\n\n:::\n\n:::::\n"
    ),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    if isSlideShow(lesson) { return }
    for heading in lesson.headings where isEmpty(heading, lesson) {
      report(
        Finding(
          heading.range, "nothing stands below the heading `\(Wording.short(heading.text))`",
          help: "write the section, or take the heading out"))
    }
    for div in lesson.divs where isEmpty(div, lesson, context.structure) {
      report(
        Finding(
          div.opening, "there is nothing in the box `\(div.name)`",
          help: "write what belongs into it, or remove it"))
    }
  }

  private func isEmpty(_ heading: Heading, _ lesson: Lesson) -> Bool {
    let document = lesson.document
    guard let parent = document.parent(heading.node), !heading.text.isEmpty else { return false }
    // A class or an attribute asks the generator to do something with the heading.
    if let attributes = document.attributes(heading.node),
      !attributes.classes.isEmpty || !attributes.pairs.isEmpty
    {
      return false
    }
    var next = document.end(heading.node)
    while next < document.end(parent) {
      if document.kind(next) == .heading {
        return document.headingLevel(next) <= heading.level
      }
      if !isInvisible(next, document) { return false }
      next = document.end(next)
    }
    // Pandoc and its kin put the list of works cited at the end of the page.
    return parent != Document.root || !Self.bibliographies.contains(heading.text.lowercased())
  }

  private func isEmpty(_ div: Div, _ lesson: Lesson, _ structure: StructureRules) -> Bool {
    let document = lesson.document
    // Objectives have a rule of their own, and so have boxes that nothing closes.
    guard structure.div(div.name) != nil, div.name != "objectives",
      document.fence(div.node)?.closing != nil
    else { return false }
    return document.children(div.node).allSatisfy { isInvisible($0, document) }
  }

  /// Whether a block leaves nothing on the page.
  private func isInvisible(_ node: NodeID, _ document: Document) -> Bool {
    switch document.kind(node) {
    case .linkDefinition, .footnoteDefinition, .thematicBreak: return true
    case .htmlBlock:
      var rest = document.source[document.range(node).indices]
      while let first = rest.first, first <= 0x20 { rest.removeFirst() }
      while let last = rest.last, last <= 0x20 { rest.removeLast() }
      return rest.starts(with: "<!--".utf8) && rest.suffix(3).elementsEqual("-->".utf8)
    default: return false
    }
  }

  private static let bibliographies: Set<String> = [
    "references", "bibliography", "works cited", "références", "bibliographie", "referencias",
    "bibliografía", "literatur", "literaturverzeichnis",
  ]

  /// A slide may hold nothing but its title.
  private func isSlideShow(_ lesson: Lesson) -> Bool {
    if lesson.frontMatter["marp"]?.boolValue == true { return true }
    guard let format = lesson.frontMatter["format"] ?? lesson.frontMatter["output"] else {
      return false
    }
    let names = format.stringValue.map { [$0] } ?? format.object?.map(\.key) ?? []
    return names.contains { name in Self.slides.contains { name.utf8.contains($0.utf8) } }
  }

  private static let slides = ["revealjs", "beamer", "pptx", "powerpoint", "slidy", "ioslides"]
}

extension String.UTF8View {
  fileprivate func contains(_ other: String.UTF8View) -> Bool {
    indices.contains { self[$0...].starts(with: other) }
  }
}

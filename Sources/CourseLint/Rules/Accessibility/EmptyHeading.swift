import CourseModel
import Markdown
import SourceCore

/// Flags a heading without text.
struct EmptyHeading: LessonRule {
  static let info = RuleInfo(
    id: "accessibility/heading-empty",
    summary: "A heading has no text.",
    why: """
      Screen readers list a page's headings as its contents. An empty one is an entry that leads \
      somewhere and says nothing; often it was used to make space.
      """,
    severity: .warning,
    source: "WCAG 2.2, success criterion 2.4.6; axe-core, empty-heading")

  static let examples: [Example] = [
    .good("## Weights\n\nText.\n"),
    .good("## ![Weights](weights.png)\n\n### `w`\n\n### 2024\n"),
    .good("<h2>Les poids</h2>\n\n## <img src=\"p.png\" alt=\"Les poids\">\n", language: "fr"),
    .good("```\n##\n```\n\n#etiqueta\n", language: "es"),
    .good(files: HugoExample.files("## {{% heading \"whatsnext\" %}}\n\nText.\n")),
    .good(files: QuartoExample.files("## {{< var title >}}\n\nTexte.\n"), language: "fr"),
    .good(files: [
      Example.File("docusaurus.config.js", "module.exports = {};\n"),
      Example.File("docs/weights.md", "# <Title />\n\nText.\n\n## {name}\n\nText.\n"),
    ]),
    .bad("Text.\n\n⟦##⟧\n\nMore text.\n"),
    .bad("⟦### ###⟧\n\nDu texte.\n", language: "fr"),
    .bad("⟦<h3>⟧ </h3>\n\nTexto.\n", language: "es"),
    .bad("⟦## <a id=\"weights\"></a>⟧\n\nText.\n"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    for heading in lesson.headings where heading.text.utf8.allSatisfy({ $0 <= 0x20 }) {
      if Self.holdsPicture(heading, in: lesson) || Self.isFilledIn(heading, lesson.document) {
        continue
      }
      report(Self.finding(heading.range))
    }
    for (i, tag) in lesson.tags.enumerated() where !tag.isClosing && Self.isHeading(tag.name) {
      guard i + 1 < lesson.tags.count, lesson.tags[i + 1].isClosing,
        lesson.tags[i + 1].name == tag.name
      else { continue }
      let content = ByteRange(tag.range.upper, lesson.tags[i + 1].range.lower)
      guard lesson.text.bytes[content.indices].allSatisfy({ $0 <= 0x20 }) else { continue }
      report(Self.finding(tag.range))
    }
  }

  private static func finding(_ range: ByteRange) -> Finding {
    Finding(range, "the heading has no text", help: "write what the section is about, or remove it")
  }

  private static func holdsPicture(_ heading: Heading, in lesson: Lesson) -> Bool {
    let first = lesson.tags.partitionPoint { $0.range.lower < heading.range.lower }
    return lesson.tags[first...].prefix { $0.range.lower < heading.range.upper }.contains { tag in
      heading.range.contains(tag.range)
        && (tag.name == "img" || tag.name == "svg" || tag.value("aria-label") != nil)
    }
  }

  /// Whether the generator puts the text in: `## {{% heading "whatsnext" %}}`, `# {{ page.title }}`,
  /// `## <Title />`.
  private static func isFilledIn(_ heading: Heading, _ document: Document) -> Bool {
    for index in Int(heading.node.index) + 1..<Int(document.end(heading.node).index) {
      let node = NodeID(index)
      switch document.kind(node) {
      case .template: return true
      case .htmlInline:
        // A component of JSX; elements of HTML have small letters.
        let range = document.range(node)
        if document.dialect == .docusaurus, range.count > 1,
          document.source[range.start + 1] &- 0x41 < 26
        {
          return true
        }
      default: break
      }
    }
    return false
  }

  private static func isHeading(_ name: String) -> Bool {
    guard name.utf8.count == 2, name.utf8.first == UInt8(ascii: "h"), let digit = name.utf8.last
    else { return false }
    return digit >= 0x31 && digit <= 0x36
  }
}

import CourseModel
import Markdown
import SourceCore

/// Flags a line in bold that stands where a heading should.
struct EmphasisAsHeading: LessonRule {
  static let info = RuleInfo(
    id: "accessibility/emphasis-as-heading", alias: "MD036",
    summary: "A line in bold stands in a heading's place.",
    why: """
      It looks like a heading and is none: screen readers do not find it, the table of contents \
      leaves it out, and nobody can link to it. A bold line that ends with a colon or a full \
      stop, or stands in a list, a box or a quotation, or right above a list, is left alone.
      """,
    severity: .warning,
    source: "WCAG 2.2, failure F2 (https://www.w3.org/WAI/WCAG22/Techniques/failures/F2)")

  static let examples: [Example] = [
    .good("## Seasonal adjustment\n\nText with **important** words.\n"),
    .good("**Do not publish this table.**\n\nText.\n\n**Sources:**\n\n- One\n"),
    .good("::::: callout\n\n**À retenir**\n\nLe seuil est de 5.\n\n:::::\n", language: "fr"),
    .good("**Un proyecto pequeño**\n- Basta una rama\n", language: "es"),
    .good("- **Donantes**\n\n  Texto.\n\n**[Inicio](index.md)**\n\nTexto.\n", language: "es"),
    .bad("⟦**Seasonal adjustment**⟧\n\nThe X-13 method removes the season.\n"),
    .bad("## Confidentialité\n\n⟦**Les seuils**⟧\n\n- Le nombre d'unités\n", language: "fr"),
    .bad("Texto.\n\n⟦__Imputación por donantes__⟧\n\n```r\nimputa(x)\n```\n", language: "es"),
  ]

  func check(_ lesson: Lesson, _ context: LessonContext, report: (Finding) -> Void) {
    let document = lesson.document
    var previous: NodeID?
    // Boxes that this dialect does not know hold titles of their own.
    lazy var hasBoxes = document.dialect == .github && Self.hasBoxes(lesson.text.bytes)
    for block in document.children(Document.root) {
      defer { previous = block }
      guard let line = previous, isBoldLine(line, document), Self.isSectionContent(document, block),
        !isBoldLine(block, document), isApart(line, block, lesson)
      else { continue }
      if hasBoxes { return }
      report(
        Finding(
          document.range(line),
          "`\(Wording.short(document.plainText(line)))` is a line in bold, not a heading",
          help: "write it as a heading, with the number of `#` that its level asks for"))
    }
  }

  /// Whether a blank line follows; without one it is the first line of what follows.
  private func isApart(_ line: NodeID, _ next: NodeID, _ lesson: Lesson) -> Bool {
    let end = lesson.lines.line(at: lesson.document.range(line).end - 1)
    return lesson.lines.line(at: lesson.document.range(next).start) > end + 1
  }

  /// Whether a line starts with `:::`.
  private static func hasBoxes(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast(3).contains { i in
      bytes[i] == 0x0A && bytes[(i + 1)...].starts(with: ":::".utf8)
    }
  }

  private static func isSectionContent(_ document: Document, _ block: NodeID) -> Bool {
    switch document.kind(block) {
    case .paragraph, .list, .codeBlock, .table, .blockQuote: true
    default: false
    }
  }

  /// Whether a paragraph is one line, all of it bold, and does not end as a sentence does.
  private func isBoldLine(_ node: NodeID, _ document: Document) -> Bool {
    guard document.kind(node) == .paragraph else { return false }
    let strong = NodeID(Int(node.index) + 1)
    guard strong < document.end(node), document.kind(strong) == .strong,
      document.end(strong) == document.end(node)
    else { return false }
    let range = document.range(node)
    guard range.count <= 84 else { return false }
    for index in Int(strong.index) + 1..<Int(document.end(strong).index) {
      switch document.kind(NodeID(index)) {
      case .text, .escape, .entity, .codeSpan, .emphasis: continue
      default: return false
      }
    }
    guard let content = NodeContent.range(of: strong, in: document) else { return false }
    return !Self.endsSentence(document.source[content.indices])
  }

  private static func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
    switch text.last {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "\""), nil:
      true
    // …, » and quotation marks, 。！？：
    default:
      ["…", "»", "”", "’", "。", "！", "？", "："].contains { text.suffix(3).elementsEqual($0.utf8) }
        || text.suffix(2).elementsEqual("»".utf8)
    }
  }
}

import Markdown
import SourceCore

/// Flags paragraphs that are nothing but emphasis, as a heading would be.
struct NoEmphasisAsHeading: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/no-emphasis-as-heading", alias: "MD036",
    summary: "Emphasis stands where a heading should.",
    why:
      "Tables of contents, search and screen readers find headings; a bold line is a text to them.",
    severity: .warning, source: "markdownlint MD036", isOnByDefault: false,
    tags: ["headings", "emphasis"])
  static let options = [
    RuleOption(
      "punctuation", .text(default: ".,;:!?。，；：！？"), "characters that make a sentence of a text")
  ]
  static let examples: [Example] = [
    .good("# Prices\n\n**A sentence in bold.**\n\nA text that is *emphasised* in part.\n"),
    .good("- **Weights**\n\n> **Weights**\n"),
    .good("**Weights**  \n\nA text.\n\n<b>*Weights*</b> \n"),
    .good("**Weights of `prices`**\n\n***Weights***\n"),
    .bad("**⟦Weights⟧**\n\nA text.\n"),
    .bad("_⟦Weights⟧_\n\nA text.\n"),
    .bad("<b>*⟦Weights⟧*</b>\n\nA text.\n"),
    .bad("**⟦Why?⟧**\n", options: ["punctuation": .text(".")]),
  ]

  private let characters: [[UInt8]]

  init(_ options: RuleOptionValues) {
    characters = options.text("punctuation").unicodeScalars.map { Array(String($0).utf8) }
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    for kind in [NodeKind.emphasis, .strong] {
      var last = Document.root
      for node in page.nodes(kind) {
        // All of a paragraph's emphasis has one answer: it is the only thing, or there is more.
        guard let paragraph = page.document.parent(node), paragraph != last,
          page.document.kind(paragraph) == .paragraph
        else { continue }
        last = paragraph
        guard let holder = page.document.parent(paragraph),
          holder == Document.root || page.document.kind(holder) == .div,
          isAlone(node, paragraph, page), let text = plainText(node, page)
        else { continue }
        judge(text, page, report)
      }
    }
    for node in page.nodes(.htmlBlock) where page.document.parent(node) == Document.root {
      if let text = TaggedEmphasis.text(page.document.range(node), in: page.cleared) {
        judge(text, page, report)
      }
    }
  }

  private func judge(_ text: ByteRange, _ page: MarkdownPage, _ report: (Finding) -> Void) {
    let bytes = page.source[text.indices]
    if characters.contains(where: { bytes.suffix($0.count).elementsEqual($0) }) { return }
    report(
      Finding(
        text, "this paragraph is nothing but emphasis, as a heading would be",
        help: "make it a heading, or a sentence that ends like one"))
  }

  /// Whether a paragraph holds nothing else but blanks and tags.
  private func isAlone(_ node: NodeID, _ paragraph: NodeID, _ page: MarkdownPage) -> Bool {
    // Blanks at the end are something else to markdownlint.
    if Whitespace.endsWithBlank(page.document.range(paragraph), in: page.source) { return false }
    for child in page.document.children(paragraph) where child != node {
      switch page.document.kind(child) {
      case .htmlInline: continue
      case .text:
        guard Whitespace.isBlank(page.document.range(child), in: page.source) else { return false }
      default: return false
      }
    }
    return true
  }

  /// The text of emphasis that holds nothing else; nil where it does.
  private func plainText(_ node: NodeID, _ page: MarkdownPage) -> ByteRange? {
    let document = page.document
    let first = Int(node.index) + 1
    let end = Int(document.end(node).index)
    guard first < end else { return nil }
    for index in first..<end {
      // markdownlint does not know text that is struck through.
      let kind = document.kind(NodeID(index))
      guard kind == .text || kind == .strikethrough else { return nil }
    }
    let marks = document.kind(node) == .strong ? 2 : 1
    let range = document.range(node)
    let text = ByteRange(range.start + marks, range.end - marks)
    return TaggedEmphasis.holdsDirective(text, in: page.source) ? nil : text
  }
}

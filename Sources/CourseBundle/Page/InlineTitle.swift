import Markdown
import SourceCore

/// A title of a front matter, in which authors write code and emphasis as in the text.
struct InlineTitle: Hashable {
  /// The title as plain text.
  let text: String
  /// The title as HTML without links.
  let html: [UInt8]

  private init(text: String, html: [UInt8]) {
    self.text = text
    self.html = html
  }

  /// Takes a title that holds no markup.
  init(plain text: String) {
    var html = HTMLWriter()
    html.text(text)
    self.init(text: text, html: html.bytes)
  }

  /// Reads a title; one that would be more than a line of text is taken as it stands.
  init(_ written: String) {
    let document = Document(
      Array(written.utf8), options: ParseOptions(dialect: .gfm, frontMatter: false))
    let paragraph = NodeID(1)
    guard document.nodeCount > 1, document.kind(paragraph) == .paragraph,
      Int(document.end(paragraph).index) == document.nodeCount
    else {
      self.init(plain: written)
      return
    }
    var html = HTMLWriter()
    var open: [(end: NodeID, name: String)] = []
    for index in 2..<document.nodeCount {
      let node = NodeID(index)
      while let last = open.last, node >= last.end { html.close(open.removeLast().name) }
      switch document.kind(node) {
      case .codeSpan: html.element("code", text: document.literal(node))
      case .emphasis: Self.begin("em", node, document, &open, &html)
      case .strong: Self.begin("strong", node, document, &open, &html)
      case .softBreak, .hardBreak: html.text(" ")
      case .htmlInline: break
      default: html.text(document.literal(node))
      }
    }
    for element in open.reversed() { html.close(element.name) }
    self.init(text: document.plainText(paragraph), html: html.bytes)
  }

  private static func begin(
    _ name: String, _ node: NodeID, _ document: Document,
    _ open: inout [(end: NodeID, name: String)], _ html: inout HTMLWriter
  ) {
    html.open(name)
    open.append((document.end(node), name))
  }
}

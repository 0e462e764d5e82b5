import Markdown
import SourceCore

/// Blocks that stand right below a line of text: pandoc reads them as more of that text.
///
/// pandoc wants a blank line before headings, lists, quotes, tables, rules and fenced divs
/// (`blank_before_header`, `blank_before_blockquote` and what holds without a name); CommonMark
/// lets them interrupt a paragraph.
struct GluedBlocks {
  private let document: Document
  private let lines: LineIndex
  private var paragraph: NodeID?

  /// All of them, in document order.
  static func find(in document: Document, lines: LineIndex) -> [PandocDifference] {
    var search = GluedBlocks(document: document, lines: lines, paragraph: nil)
    var found: [PandocDifference] = []
    for (index, kind) in document.kinds.enumerated() where !kind.isInline {
      let node = NodeID(index)
      if let difference = search.glued(node, kind) ?? search.underlined(node, kind) {
        found.append(difference)
      }
      switch kind {
      case .paragraph: search.paragraph = node
      case .list, .listItem, .blockQuote, .div, .tableRow, .tableCell: break
      default: search.paragraph = nil
      }
    }
    return found
  }

  private func glued(_ node: NodeID, _ kind: NodeKind) -> PandocDifference? {
    guard let paragraph, let name = name(node, kind) else { return nil }
    let range = document.range(node)
    let line = lines.line(at: range.start)
    let text = document.range(paragraph)
    guard line > 0, lines.line(at: max(text.start, text.end - 1)) == line - 1 else { return nil }
    // In a list, pandoc looks for the next item and for a list below it.
    if kind == .list, isInList(paragraph) { return nil }
    let shown = ByteRange(range.start, min(range.end, lines.contentEnd(ofLine: line, document)))
    return PandocDifference(
      range: shown, message: "pandoc reads this \(name) as more of the text above it",
      help: "leave a blank line in front of it", fix: fix(node, line))
  }

  /// A heading that underlines several lines of text.
  private func underlined(_ node: NodeID, _ kind: NodeKind) -> PandocDifference? {
    guard kind == .heading, document.isSetext(node), document.segments(node).count > 1 else {
      return nil
    }
    return PandocDifference(
      range: document.range(node),
      message: "pandoc makes no heading of several lines of text with a line below them",
      help: "put the heading into one line (`## …`), or a blank line before the line of dashes")
  }

  private func name(_ node: NodeID, _ kind: NodeKind) -> String? {
    switch kind {
    case .heading: document.isSetext(node) ? nil : "heading"
    case .thematicBreak: isTable(node) ? nil : "line"
    case .blockQuote: "quotation"
    case .table: "table"
    case .list: "list"
    case .div: "box"
    default: nil
    }
  }

  /// Whether a line holds several runs of dashes: in a page that is written for pandoc it stands below
  /// the header of a simple table.
  private func isTable(_ node: NodeID) -> Bool {
    guard PandocDifference.isWritten(for: document.dialect) else { return false }
    let bytes = document.source[document.range(node).indices]
    return bytes.contains(0x20) && bytes.allSatisfy { $0 == UInt8(ascii: "-") || $0 == 0x20 }
  }

  /// Whether the text stands in a list, and in no quotation within it.
  private func isInList(_ paragraph: NodeID) -> Bool {
    document.parent(paragraph).map(document.kind) == .listItem
  }

  /// Only where nothing stands in front of the block in its line is a blank line just that.
  private func fix(_ node: NodeID, _ line: Int) -> Fix? {
    let parent = document.parent(node).map(document.kind)
    let above = paragraph.flatMap(document.parent).map(document.kind)
    guard parent == .document || parent == .div, parent == above else { return nil }
    let start = lines.start(ofLine: line)
    return Fix(
      title: "leave a blank line", replacing: ByteRange(start, start),
      with: lines.lineEnding, applicability: .safe)
  }
}

extension LineIndex {
  /// Offset one past the last byte of a line, before its line ending.
  fileprivate func contentEnd(ofLine line: Int, _ document: Document) -> Int {
    contentRange(ofLine: line, in: document.source).upperBound
  }
}

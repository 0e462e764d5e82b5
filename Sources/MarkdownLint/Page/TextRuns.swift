import Markdown
import SourceCore

/// The pieces of a page that hold text as markdownlint's parser divides it: no destinations, no
/// titles, no definitions, no info strings of code blocks.
struct TextRuns {
  /// The pieces, each within one line.
  private(set) var all: [ByteRange] = []

  private let withCode: Bool
  private let withHTML: Bool

  init(_ page: MarkdownPage, withCode: Bool, withHTML: Bool) {
    self.withCode = withCode
    self.withHTML = withHTML
    read(page.document)
    for fragment in page.htmlFragments {
      let start = all.count
      read(fragment.document)
      for index in start..<all.count { all[index] = fragment.inPage(all[index]) }
    }
  }

  private mutating func read(_ document: Document) {
    for index in 0..<document.nodeCount {
      let node = NodeID(index)
      let range = document.range(node)
      switch document.kind(node) {
      case .text:
        let parent = document.parent(node).map { document.kind($0) } ?? .document
        if parent.isInline, parent != .strikethrough {
          append(range)
        } else {
          appendSplit(range, document.source)
        }
      case .footnoteReference: append(ByteRange(range.start + 2, range.end - 1))
      case .codeSpan where withCode:
        appendLines(CodeText(node, in: document).inner, document.source)
      case .codeBlock where withCode:
        for segment in document.segments(node) { append(segment) }
      case .htmlInline where withHTML: appendLines(range, document.source)
      case .htmlBlock where withHTML && HTMLFragment.isComment(node, in: document):
        for segment in document.segments(node) { append(segment) }
      default: break
      }
    }
  }

  private mutating func append(_ range: ByteRange) {
    if !range.isEmpty { all.append(range) }
  }

  /// Markers that make no emphasis stand apart from the text around them.
  private mutating func appendSplit(_ range: ByteRange, _ source: [UInt8]) {
    var start = range.start
    for index in range.indices
    where source[index] == UInt8(ascii: "*") || source[index] == UInt8(ascii: "_") {
      append(ByteRange(start, index))
      start = index + 1
    }
    append(ByteRange(start, range.end))
  }

  private mutating func appendLines(_ range: ByteRange, _ source: [UInt8]) {
    var start = range.start
    for index in range.indices where source[index] == 0x0A || source[index] == 0x0D {
      append(ByteRange(start, index))
      start = index + 1
    }
    append(ByteRange(start, range.end))
  }
}

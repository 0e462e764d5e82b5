import Markdown
import SourceCore

/// Says of lines, asked in their order, whether they may be long because nothing can be wrapped.
struct LongLineKinds {
  private let page: MarkdownPage
  /// For each kind: its nodes, the next to look at, and where the furthest of those before ends.
  private var links: [Cursor]
  private var footnotes: Cursor
  private var texts: [Cursor]

  private struct Cursor {
    let nodes: ArraySlice<NodeID>
    var next: Int
    var end = 0

    init(_ nodes: ArraySlice<NodeID>) {
      self.nodes = nodes
      next = nodes.startIndex
    }

    /// Whether one of the nodes has bytes in a line.
    mutating func reaches(_ line: ByteRange, in document: Document) -> Bool {
      while next < nodes.endIndex {
        let range = document.range(nodes[next])
        guard range.start < line.end else { break }
        end = max(end, range.end)
        next += 1
      }
      return end > line.start
    }

    /// Whether one of the nodes that start in a line stands directly in a paragraph.
    mutating func isInParagraph(_ line: ByteRange, in document: Document) -> Bool {
      var isFound = false
      while next < nodes.endIndex {
        let node = nodes[next]
        let start = document.range(node).start
        guard start < line.end else { break }
        next += 1
        if !isFound, start >= line.start, let parent = document.parent(node) {
          isFound = document.kind(parent) == .paragraph
        }
      }
      return isFound
    }
  }

  init(_ page: MarkdownPage) {
    self.page = page
    links = [.link, .image, .autolink].map { Cursor(page.nodes($0)) }
    // markdownlint does not know text that is struck through.
    texts = [.text, .strikethrough].map { Cursor(page.nodes($0)) }
    footnotes = Cursor(page.nodes(.footnoteDefinition))
  }

  /// Whether a line has a link or image, and no text of a paragraph beside it.
  mutating func isLinkOnly(_ line: ByteRange) -> Bool {
    var hasLink = false
    for index in links.indices where links[index].reaches(line, in: page.document) {
      hasLink = true
    }
    guard hasLink else { return false }
    for index in texts.indices where texts[index].isInParagraph(line, in: page.document) {
      return false
    }
    return true
  }

  /// Whether a line belongs to a footnote.
  mutating func isFootnote(_ line: ByteRange) -> Bool {
    footnotes.reaches(line, in: page.document)
  }
}

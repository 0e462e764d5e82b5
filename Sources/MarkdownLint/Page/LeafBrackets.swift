import Markdown
import SourceCore

/// Where in a block's text an address is no bare one: behind an open bracket, and between the tags of
/// an element.
struct LeafBrackets {
  /// The node after the block's last.
  let end: NodeID

  /// The next node whose brackets are to be counted.
  private var next: NodeID
  private var open = 0
  /// The ranges of elements, by start.
  private var elements: [ByteRange] = []
  private var element = 0
  private var elementEnd = 0

  init(_ leaf: NodeID, in page: MarkdownPage) {
    end = page.document.end(leaf)
    next = NodeID(Int(leaf.index) + 1)
    elements = Self.elements(leaf, in: page)
  }

  /// Whether a node is outside brackets and elements; nodes must come in order.
  mutating func isOutside(_ node: NodeID, in page: MarkdownPage) -> Bool {
    let document = page.document
    while next < node {
      if document.kind(next) == .text {
        for index in document.range(next).indices {
          if page.source[index] == UInt8(ascii: "[") { open += 1 }
          if page.source[index] == UInt8(ascii: "]"), open > 0 { open -= 1 }
        }
      }
      next = NodeID(Int(next.index) + 1)
    }
    let start = document.range(node).start
    while element < elements.count, elements[element].start <= start {
      elementEnd = max(elementEnd, elements[element].end)
      element += 1
    }
    return open == 0 && elementEnd <= start
  }

  /// The ranges from opening to closing tags that are siblings.
  private static func elements(_ leaf: NodeID, in page: MarkdownPage) -> [ByteRange] {
    let tags = page.nodes(.htmlInline)
    let end = page.document.end(leaf)
    var low = tags.startIndex
    var high = tags.endIndex
    while low < high {
      let middle = (low + high) / 2
      if tags[middle] < leaf { low = middle + 1 } else { high = middle }
    }
    var siblings: [NodeID: [HTMLTag]] = [:]
    for node in tags[low...] {
      guard node < end else { break }
      guard let parent = page.document.parent(node),
        let tag = HTMLTag(page.document.range(node), isInTable: false, in: page.source)
      else { continue }
      siblings[parent, default: []].append(tag)
    }
    var elements: [ByteRange] = []
    for tags in siblings.values where tags.count > 1 { elements += Self.elements(tags, in: page) }
    return elements.sorted()
  }

  private static func elements(_ tags: [HTMLTag], in page: MarkdownPage) -> [ByteRange] {
    var open: [String: [Int]] = [:]
    var closing: [Int?] = Array(repeating: nil, count: tags.count)
    for (index, tag) in tags.enumerated() {
      let name = page.text(tag.name)
      if !tag.isClosing {
        open[name, default: []].append(index)
      } else if let start = open[name]?.popLast() {
        closing[start] = index
      }
    }
    var elements: [ByteRange] = []
    var index = 0
    while index < tags.count {
      if !tags[index].isClosing, let end = closing[index] {
        elements.append(ByteRange(tags[index].range.start, tags[end].range.end))
        index = end
      }
      index += 1
    }
    return elements
  }
}

import Markdown
import SourceCore

/// Follows the brackets of one block as markdownlint's parser does, which notes each closing bracket
/// that ends no link.
struct BracketScanner {
  /// A `[` or `![` that begins no link.
  private struct Start {
    let offset: Int
    /// How much text stood in front of it.
    let text: Int
    let isImage: Bool
  }

  private struct Found {
    var range: ByteRange
    var isShortcut: Bool
    let text: Range<Int>
  }

  private let document: Document
  private let leaf: NodeID
  /// The text read so far, without markers of emphasis, code, escapes and entities.
  private var text: [UInt8] = []
  private var starts: [Start] = []
  /// Those of `starts` that no closing bracket has met.
  private var unbalanced: [Int] = []
  /// Starts below this one are followed by a link, so that they can begin none.
  private var inactive = 0
  private var lastClose = -1
  private var found: [Found] = []

  init(_ document: Document, _ leaf: NodeID) {
    self.document = document
    self.leaf = leaf
  }

  /// Reads the block.
  mutating func scan(into result: inout [UndefinedReference]) {
    var open: [(end: NodeID, starts: Int, tildes: Int)] = []
    var index = Int(leaf.index) + 1
    let end = Int(document.end(leaf).index)
    while index < end {
      let node = NodeID(index)
      while let last = open.last, last.end <= node { close(open.removeLast()) }
      let next = document.end(node)
      switch document.kind(node) {
      case .text: read(document.range(node))
      case .softBreak, .hardBreak: text.append(0x0A)
      case .link: open.append((next, starts.count, 0))
      case .strikethrough:
        let tildes = document.source[document.range(node).start + 1] == UInt8(ascii: "~") ? 2 : 1
        for _ in 0..<tildes { text.append(UInt8(ascii: "~")) }
        open.append((next, 0, tildes))
      case .autolink where !unbalanced.isEmpty:
        // Behind an open bracket markdownlint's parser finds no bare address.
        let range = document.range(node)
        if document.source[range.start] != UInt8(ascii: "<") { read(range) }
      default: break
      }
      index += 1
    }
    while let last = open.popLast() { close(last) }
    for item in found {
      result.append(
        UndefinedReference(
          range: item.range, isShortcut: item.isShortcut,
          label: UndefinedReference.normalised(text[item.text])))
    }
  }

  private mutating func close(_ node: (end: NodeID, starts: Int, tildes: Int)) {
    for _ in 0..<node.tildes { text.append(UInt8(ascii: "~")) }
    inactive = max(inactive, node.starts)
  }

  private mutating func read(_ range: ByteRange) {
    for offset in range.indices {
      let byte = document.source[offset]
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"): break
      case UInt8(ascii: "["):
        let isImage = offset > range.start && document.source[offset - 1] == UInt8(ascii: "!")
        if isImage { text.removeLast() }
        unbalanced.append(starts.count)
        starts.append(
          Start(offset: isImage ? offset - 1 : offset, text: text.count, isImage: isImage))
      case UInt8(ascii: "]"): closeBracket(at: offset)
      default: text.append(byte)
      }
    }
  }

  private mutating func closeBracket(at offset: Int) {
    defer {
      lastClose = text.count
      text.append(UInt8(ascii: "]"))
    }
    var end = offset
    if let index = unbalanced.popLast(), starts[index].isImage || index >= inactive {
      end = offset + 1
    }
    guard let start = starts.last else { return }
    let hasText = text.count > start.text
    var item = Found(
      range: ByteRange(start.offset, max(start.offset, end)), isShortcut: true,
      text: start.text..<text.count)
    if let last = found.last, last.range.end == start.offset {
      if hasText {
        item.isShortcut = false
        item.range = ByteRange(last.range.start, item.range.end)
        found.removeLast()
      } else {
        found[found.count - 1].isShortcut = false
        found[found.count - 1].range.upper = item.range.upper
      }
    }
    guard hasText, lastClose < start.text, text[item.text].contains(where: { $0 > 0x20 }) else {
      return
    }
    found.append(item)
  }
}

import Markdown
import SourceCore

/// Runs of `*` or `_` in text that begin or end no emphasis, in order.
struct MarkerRuns {
  /// One run.
  struct Run {
    /// The markers.
    let range: ByteRange
    /// The text that holds them.
    let node: NodeID
    /// Whether the text stands directly in its block.
    let isTopLevel: Bool
    /// Whether the text is nothing but the run.
    let isWholeText: Bool
  }

  private let page: MarkdownPage
  private let texts: ArraySlice<NodeID>
  private var cursor: Int
  private var star: Int?
  private var underscore: Int?

  init(_ page: MarkdownPage) {
    self.page = page
    texts = page.nodes(.text)
    cursor = texts.startIndex
    star = ByteSearch.first(UInt8(ascii: "*"), in: page.source)
    underscore = ByteSearch.first(UInt8(ascii: "_"), in: page.source)
  }

  /// The next run; nil behind the last.
  mutating func next() -> Run? {
    while let at = candidate() {
      let marker = page.source[at]
      while cursor < texts.endIndex, page.document.range(texts[cursor]).end <= at { cursor += 1 }
      guard cursor < texts.endIndex else { return nil }
      let node = texts[cursor]
      let text = page.document.range(node)
      guard text.start <= at else {
        skip(marker, to: max(at + 1, text.start))
        continue
      }
      var end = at + 1
      while end < text.end, page.source[end] == marker { end += 1 }
      skip(marker, to: end)
      var parent = page.document.parent(node) ?? Document.root
      while page.document.kind(parent) == .strikethrough {
        parent = page.document.parent(parent) ?? Document.root
      }
      let range = ByteRange(at, end)
      return Run(
        range: range, node: node, isTopLevel: !page.document.kind(parent).isInline,
        isWholeText: range == text)
    }
    return nil
  }

  private func candidate() -> Int? {
    guard let star else { return underscore }
    guard let underscore else { return star }
    return min(star, underscore)
  }

  private mutating func skip(_ marker: UInt8, to start: Int) {
    if marker == UInt8(ascii: "*") {
      star = ByteSearch.first(marker, in: page.source, from: start)
    } else {
      underscore = ByteSearch.first(marker, in: page.source, from: start)
    }
  }
}

import Markdown
import SourceCore

/// How a link or an image is written.
struct LinkParts: Sendable {
  /// The ways there are.
  enum Form: Sendable {
    /// `[text](destination)`
    case inline
    /// `[text][label]`
    case full
    /// `[label][]`
    case collapsed
    /// `[label]`
    case shortcut
  }

  /// Which way it is.
  let form: Form
  /// What stands between the first brackets.
  let text: ByteRange
  /// The label that is looked up; empty for an inline link.
  let label: ByteRange

  /// Reads a link or an image.
  init(_ node: NodeID, in document: Document) {
    let range = document.range(node)
    let source = document.source
    text = Self.text(of: node, in: document)
    let close = text.end
    let next = close + 1
    if document.destinationRange(node) != nil {
      form = .inline
      label = ByteRange(next, next)
    } else if next + 1 < range.end, source[next] == UInt8(ascii: "[") {
      if source[next + 1] == UInt8(ascii: "]") {
        form = .collapsed
        label = text
      } else {
        form = .full
        var end = range.end
        if source[end - 1] != UInt8(ascii: "]"), let attributes = document.attributes(node) {
          end = attributes.range.start
        }
        label = ByteRange(next + 1, max(next + 1, end - 1))
      }
    } else {
      form = .shortcut
      label = text
    }
  }

  /// What stands between a link's or an image's first brackets.
  static func text(of node: NodeID, in document: Document) -> ByteRange {
    let range = document.range(node)
    let start = range.start + (document.kind(node) == .image ? 2 : 1)
    var close = start
    var child = NodeID(Int(node.index) + 1)
    let last = document.end(node)
    while child < last {
      close = max(close, document.range(child).end)
      child = document.end(child)
    }
    while close < range.end, document.source[close] != UInt8(ascii: "]") { close += 1 }
    return ByteRange(start, max(start, close))
  }
}

extension MarkdownPage {
  /// Whether a node may be part of a text that is looked up as a label: to change it would break the
  /// link. Of deep nesting that is assumed, so that nobody climbs up for ever.
  func isInLabel(_ node: NodeID) -> Bool {
    var at = node
    for _ in 0..<32 {
      guard let parent = document.parent(at), document.kind(parent).isInline else { return false }
      at = parent
      guard document.kind(at) == .link || document.kind(at) == .image,
        document.isReference(at)
      else { continue }
      if LinkParts(at, in: document).form != .full { return true }
    }
    return true
  }

  /// Whether a label is written as markdownlint keeps it, in lower case and with single blanks: it
  /// looks some labels up as they are written.
  func isPlainLabel(_ range: ByteRange) -> Bool {
    let trimmed = trimmed(range)
    var isASCII = true
    var previous: UInt8 = 0
    for index in trimmed.indices {
      let byte = source[index]
      switch byte {
      case 0x41...0x5A, 0x09...0x0D: return false
      case 0x20 where previous == 0x20: return false
      case 0x80...: isASCII = false
      default: break
      }
      previous = byte
    }
    if isASCII { return true }
    let text = text(trimmed)
    return text.lowercased() == text
  }

  /// A range without the whitespace around it.
  func trimmed(_ range: ByteRange) -> ByteRange {
    let end = Whitespace.trimmedEnd(range, in: source)
    var start = range.start
    while start < end {
      let length = Whitespace.length(at: start, to: end, in: source)
      if length == 0 { break }
      start += length
    }
    return ByteRange(start, end)
  }
}

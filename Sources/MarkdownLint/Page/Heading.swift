import Markdown
import SourceCore

/// A heading and the parts that it is written with.
public struct Heading: Sendable {
  /// How headings are written, under markdownlint's names.
  public enum Style: String, Sendable {
    /// `## Text`
    case atx
    /// `## Text ##`
    case atxClosed = "atx_closed"
    /// A line of `=` or `-` below the text.
    case setext
  }

  /// The node.
  public let node: NodeID
  /// Its level, 1 to 6.
  public let level: Int
  /// How it is written.
  public let style: Style
  /// From its first mark or letter to the end of its last line.
  public let range: ByteRange
  /// The `#` in front of the text; empty where it is underlined.
  public let opening: ByteRange
  /// The text as written, without blanks around; it may span lines where it is underlined.
  public let text: ByteRange
  /// The `#` behind the text; empty where there are none.
  public let closing: ByteRange
  /// The line it starts in.
  public let line: Int
  /// The line that it, or what underlines it, ends in.
  public let lastLine: Int

  /// What to point at: the text, or the marks where there is none.
  public var place: ByteRange { text.isEmpty ? opening : text }

  /// - Parameter near: a line not far above it, where that is known.
  init(_ node: NodeID, in document: Document, lines: LineIndex, near: Int) {
    self.node = node
    level = document.headingLevel(node)
    range = document.range(node)
    line = lines.line(at: range.start, near: near)
    let source = document.source
    if document.isSetext(node) {
      let segments = document.segments(node)
      style = .setext
      opening = ByteRange(range.start, range.start)
      text = ByteRange(range.start, max(range.start, segments.last?.end ?? range.start))
      closing = ByteRange(text.end, text.end)
      lastLine = lines.line(at: max(range.start, range.end - 1))
      return
    }
    lastLine = line
    opening = ByteRange(range.start, range.start + level)
    var start = opening.end
    while start < range.end, Self.isBlank(source[start]) { start += 1 }
    var end = range.end
    while end > start, Self.isBlank(source[end - 1]) { end -= 1 }
    var closing = ByteRange(end, end)
    if end > start, source[end - 1] == UInt8(ascii: "}") {
      // There may be attributes behind the text, which only the parser can tell.
      if let segment = document.firstSegment(node) {
        start = segment.start
        end = segment.end
        closing = Self.hashes(behind: end, to: range.end, in: source)
      }
    } else {
      var mark = end
      while mark > start, source[mark - 1] == UInt8(ascii: "#") { mark -= 1 }
      if mark < end, mark == start || Self.isBlank(source[mark - 1]) {
        closing = ByteRange(mark, end)
        end = mark
        while end > start, Self.isBlank(source[end - 1]) { end -= 1 }
      }
    }
    text = ByteRange(start, max(start, end))
    self.closing = closing
    style = closing.isEmpty ? .atx : .atxClosed
  }

  /// The `#` that stand behind a text's end and blanks.
  private static func hashes(behind end: Int, to limit: Int, in source: [UInt8]) -> ByteRange {
    var start = end
    while start < limit, isBlank(source[start]) { start += 1 }
    var last = start
    while last < limit, source[last] == UInt8(ascii: "#") { last += 1 }
    return ByteRange(start, last)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension MarkdownPage {
  /// A heading's text as written, on one line and without tags of HTML.
  func text(of heading: Heading) -> String {
    var bytes: [UInt8] = []
    appendText(of: heading, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends what `text(of:)` says.
  func appendText(of heading: Heading, to bytes: inout [UInt8]) {
    var position = heading.text.start
    guard source[heading.text.indices].contains(UInt8(ascii: "<")) else {
      appendLine(heading.text, to: &bytes)
      return
    }
    for child in document.children(heading.node) where document.kind(child) == .htmlInline {
      let tag = document.range(child)
      appendLine(ByteRange(position, max(position, tag.start)), to: &bytes)
      position = max(position, tag.end)
    }
    appendLine(ByteRange(position, max(position, heading.text.end)), to: &bytes)
  }

  private func appendLine(_ range: ByteRange, to bytes: inout [UInt8]) {
    for index in range.indices {
      switch source[index] {
      case 0x0D: bytes.append(0x20)
      case 0x0A: if index == 0 || source[index - 1] != 0x0D { bytes.append(0x20) }
      default: bytes.append(source[index])
      }
    }
  }
}

import Markdown
import SourceCore

/// Code in text, divided as markdownlint's parser does.
struct CodeText: Sendable {
  /// The code with its backticks, without attributes behind them.
  let range: ByteRange
  /// What stands between the backticks.
  let inner: ByteRange

  /// Reads a code span.
  init(_ node: NodeID, in document: Document) {
    var range = document.range(node)
    let tick = UInt8(ascii: "`")
    if document.source[range.end - 1] != tick, let attributes = document.attributes(node) {
      range.upper = attributes.range.lower
    }
    var ticks = 0
    while document.source[range.start + ticks] == tick { ticks += 1 }
    self.range = range
    inner = ByteRange(range.start + ticks, range.end - ticks)
  }

  /// Whether one blank, or a line ending, on each side is not shown.
  func isPadded(in source: [UInt8]) -> Bool {
    guard inner.count > 2, Self.isPadding(source[inner.start]),
      Self.isPadding(source[inner.end - 1])
    else { return false }
    return inner.indices.contains { !Self.isPadding(source[$0]) }
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D
  }
}

import Markdown
import SourceCore

/// What rules about blank lines around blocks ask of the lines beside them.
extension MarkdownPage {
  /// Whether the page is Markdown as markdownlint knows it, without another generator's syntax.
  var isPlain: Bool {
    switch document.dialect.rawValue {
    case "commonmark", "gfm", "github": true
    default: false
    }
  }

  /// Whether a line sets blocks apart: it holds no text or, in other dialects, is a line of the
  /// generator's own.
  func separates(_ line: Int) -> Bool {
    if isSeparator(line) { return true }
    if isPlain { return false }
    return flags(ofLine: line).contains(.markup) || isGeneratorLine(content(ofLine: line))
  }

  /// Whether a line holds nothing but blanks and markers of quotes.
  func isEmptyQuoteLine(_ line: Int) -> Bool {
    content(ofLine: line).indices.allSatisfy { Self.isQuoteOrBlank(source[$0]) }
  }

  /// Whether the line holds a block's attributes (`{: .class}`) in a dialect that knows them.
  func isAttributeLine(_ line: Int) -> Bool {
    guard !isPlain, line >= firstLine, line < lineCount else { return false }
    let start = indented(content(ofLine: line))
    return ByteSearch.stands("{:", in: source, at: start)
  }

  /// The markers of at most `depth` quotes that a line begins with, as written, without blanks
  /// behind the last.
  func quoteMarkers(ofLine line: Int, depth: Int) -> String {
    guard depth > 0 else { return "" }
    let content = content(ofLine: line)
    var end = content.start
    var found = 0
    for offset in content.indices {
      guard found < depth, Self.isQuoteOrBlank(source[offset]) else { break }
      guard source[offset] == UInt8(ascii: ">") else { continue }
      // In a line that goes on lazily it is text.
      if isText(at: offset) { break }
      found += 1
      end = offset + 1
    }
    return text(ByteRange(content.start, end))
  }

  private func isText(at offset: Int) -> Bool {
    let texts = nodes(.text)
    var low = texts.startIndex
    var high = texts.endIndex
    while low < high {
      let middle = (low + high) / 2
      if document.range(texts[middle]).end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < texts.endIndex && document.range(texts[low]).start <= offset
  }

  /// How many quotes a node is in.
  func quoteDepth(of node: NodeID) -> Int {
    var depth = 0
    var at = ancestor(of: node, .blockQuote)
    while let quote = at {
      depth += 1
      at = ancestor(of: quote, .blockQuote)
    }
    return depth
  }

  /// Whether an item begins in the line above and has nothing in it: a blank line would end it.
  func isBelowBareMarker(_ block: NodeID) -> Bool {
    guard let item = document.parent(block), document.kind(item) == .listItem else { return false }
    return block.index == item.index + 1 && line(of: item) < line(of: block)
  }

  /// A fix that puts a blank line above a line; it goes on with the quotes that `node` is in, as
  /// the line `like` writes them.
  func blankLine(above line: Int, like other: Int, around node: NodeID) -> Fix {
    let start = lines.start(ofLine: line)
    let depth = quoteDepth(of: node)
    var markers = quoteMarkers(ofLine: other, depth: depth)
    // A line of a quote may go without the marker; then the one below tells.
    if markers.isEmpty { markers = quoteMarkers(ofLine: line, depth: depth) }
    return Fix(
      title: "insert a blank line", replacing: ByteRange(start, start),
      with: markers + lines.lineEnding,
      applicability: .safe)
  }

  // MARK: Bytes

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isQuoteOrBlank(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ">")
  }

  /// Where the blanks at the start of a range end.
  func indented(_ range: ByteRange) -> Int {
    var start = range.start
    while start < range.end, Self.isBlank(source[start]) { start += 1 }
    return start
  }

  /// A div's fence, a shortcode, a tag of a template, attributes of the block above.
  func isGeneratorLine(_ content: ByteRange) -> Bool {
    let start = indented(content)
    return ByteSearch.stands(":::", in: source, at: start)
      || ByteSearch.stands("{:", in: source, at: start)
      || ByteSearch.stands("{%", in: source, at: start)
      || ByteSearch.stands("{{", in: source, at: start)
  }
}

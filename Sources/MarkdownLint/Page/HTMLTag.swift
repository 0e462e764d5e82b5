import Markdown
import SourceCore

/// A piece of raw HTML in text that markdownlint takes for a tag: no comment and no declaration.
struct HTMLTag: Sendable {
  /// The tag with its brackets.
  let range: ByteRange
  /// The element's name as written.
  let name: ByteRange
  /// Whether it closes an element.
  let isClosing: Bool
  /// Whether it stands in a table.
  let isInTable: Bool

  /// Reads the tag at a range; nil for a comment or a declaration.
  init?(_ range: ByteRange, isInTable: Bool, in source: [UInt8]) {
    var start = range.start + 1
    guard start < range.end, source[start] != UInt8(ascii: "!"), source[start] != UInt8(ascii: ">")
    else { return nil }
    isClosing = source[start] == UInt8(ascii: "/")
    if isClosing { start += 1 }
    var end = start
    scan: while end < range.end {
      switch source[end] {
      case UInt8(ascii: "/"), UInt8(ascii: ">"), 0x09...0x0D, 0x20: break scan
      default: end += 1
      }
    }
    self.range = range
    name = ByteRange(start, end)
    self.isInTable = isInTable
  }

  /// Whether the element has a name, which is given in lower case.
  func isNamed(_ word: StaticString, in source: [UInt8]) -> Bool {
    guard name.count == word.utf8CodeUnitCount else { return false }
    for index in name.indices
    where Self.lowercased(source[index]) != word.utf8Start[index - name.start] { return false }
    return true
  }

  /// The value of an attribute up to the first quote or blank; nil where there is none.
  func value(of attribute: StaticString, in source: [UInt8]) -> ByteRange? {
    let count = attribute.utf8CodeUnitCount
    var at = range.start
    while at + count + 1 < range.end {
      defer { at += 1 }
      guard Self.isBlank(source[at]) else { continue }
      var index = at + 1
      var offset = 0
      while offset < count, Self.lowercased(source[index]) == attribute.utf8Start[offset] {
        index += 1
        offset += 1
      }
      guard offset == count else { continue }
      while index < range.end, Self.isBlank(source[index]) { index += 1 }
      guard index < range.end, source[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < range.end, Self.isBlank(source[index]) { index += 1 }
      if index < range.end, Self.isQuote(source[index]) { index += 1 }
      let start = index
      while index < range.end, !Self.isQuote(source[index]), !Self.isBlank(source[index]),
        source[index] != UInt8(ascii: ">")
      {
        index += 1
      }
      return ByteRange(start, index)
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte >= 0x09 && byte <= 0x0D
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}

extension MarkdownPage {
  /// Calls back for the tags in text, then for those in blocks of HTML.
  func forEachTag(_ body: (HTMLTag) -> Void) {
    forEachTag(nodes(.htmlInline), in: document, tables: nodes(.table), { $0 }, body)
    for fragment in htmlFragments {
      var tags: [NodeID] = []
      var tables: [NodeID] = []
      for index in 0..<fragment.document.nodeCount {
        switch fragment.document.kind(NodeID(index)) {
        case .htmlInline: tags.append(NodeID(index))
        case .table: tables.append(NodeID(index))
        default: break
        }
      }
      forEachTag(tags[...], in: fragment.document, tables: tables[...], fragment.inPage, body)
    }
  }

  private func forEachTag(
    _ tags: ArraySlice<NodeID>, in document: Document, tables: ArraySlice<NodeID>,
    _ inPage: (ByteRange) -> ByteRange, _ body: (HTMLTag) -> Void
  ) {
    var tables = tables
    for node in tags {
      while let table = tables.first, document.end(table) <= node { tables.removeFirst() }
      let isInTable = tables.first.map { $0 < node } ?? false
      let range = inPage(document.range(node))
      if let tag = HTMLTag(range, isInTable: isInTable, in: source) { body(tag) }
    }
  }
}

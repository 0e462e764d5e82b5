import SourceCore

extension Document {
  /// A heading's level, 1 to 6; 0 for other kinds.
  public func headingLevel(_ n: NodeID) -> Int {
    kind(n) == .heading ? Int(block(n)?.tag ?? 0) : 0
  }

  /// Whether a heading is underlined rather than marked with `#`.
  public func isSetext(_ n: NodeID) -> Bool {
    kind(n) == .heading && block(n)?.flags.contains(.setext) == true
  }

  /// The source segments of a leaf block's content, one per line; empty for other kinds.
  ///
  /// A block inside quotes and lists is interrupted by their markers, which lie between segments.
  public func segments(_ n: NodeID) -> [ByteRange] {
    rawSegments(n).map(\.range)
  }

  /// The first of a leaf block's segments; nil where it has none.
  public func firstSegment(_ n: NodeID) -> ByteRange? {
    guard let detail = block(n), detail.segmentCount > 0 else { return nil }
    return arena.segments[Int(detail.firstSegment)].range
  }

  func rawSegments(_ n: NodeID) -> Segments {
    guard let detail = block(n) else { return Segments(arena: arena, first: 0, count: 0) }
    return Segments(
      arena: arena, first: Int(detail.firstSegment), count: Int(detail.segmentCount))
  }

  /// The fences of a code block or div; nil for indented code and other kinds.
  public func fence(_ n: NodeID) -> Fence? {
    guard let detail = block(n), detail.flags.contains(.fenced) else { return nil }
    return Fence(
      marker: detail.tag, length: Int(detail.number), opening: detail.opening, info: detail.info,
      closing: detail.flags.contains(.closed) ? detail.closing : nil)
  }

  /// The info string of a code block, decoded and without pandoc attributes; "" otherwise.
  public func info(_ n: NodeID) -> String {
    guard kind(n) == .codeBlock, let detail = block(n), detail.flags.contains(.fenced) else {
      return ""
    }
    var range = detail.info
    if detail.flags.contains(.attributes) {
      range.upper = detail.attributes.lower
      while !range.isEmpty, Bytes.isBlank(source[range.end - 1]) { range.upper -= 1 }
    }
    return decoded(unescaped(Array(source[range.indices])))
  }

  /// What a list's markers say; nil for other kinds.
  public func list(_ n: NodeID) -> ListInfo? {
    guard kind(n) == .list, let detail = block(n) else { return nil }
    return ListInfo(
      isOrdered: detail.flags.contains(.ordered), start: Int(detail.number), marker: detail.tag,
      isTight: !detail.flags.contains(.loose))
  }

  /// The check box of a list item; nil where it has none.
  public func task(_ n: NodeID) -> TaskMarker? {
    guard kind(n) == .listItem, let detail = block(n), detail.tag != 0 else { return nil }
    return TaskMarker(isChecked: detail.tag == 2, range: detail.opening)
  }

  /// How each column of a table is aligned; empty for other kinds.
  public func alignments(_ n: NodeID) -> [TableAlignment] {
    guard kind(n) == .table, let detail = block(n) else { return [] }
    let first = Int(detail.number)
    return (first..<first + Int(detail.opening.lower)).map { arena.alignments[$0] }
  }

  func alignment(_ table: NodeID, column: Int) -> TableAlignment {
    guard kind(table) == .table, let detail = block(table) else { return .none }
    return arena.alignments[Int(detail.number) + column]
  }

  /// Whether a table row is the header.
  public func isHeaderRow(_ n: NodeID) -> Bool {
    kind(n) == .tableRow && block(n)?.flags.contains(.header) == true
  }
}

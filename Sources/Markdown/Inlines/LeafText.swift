import SourceCore

/// A part of a leaf block's content as one run of bytes, which knows where each byte comes from.
struct LeafText {
  /// The content: segments joined by line feeds; in a table cell, without the backslash of `\|`.
  var bytes: [UInt8] = []
  /// Where runs start: in `bytes`, and in the source.
  var pieces: [(offset: Int, source: Int)] = []

  /// Takes the bytes of a range as they are.
  init(_ range: ByteRange, in document: Document) {
    bytes = Array(document.source[range.indices])
    pieces = [(0, range.start)]
  }

  /// Takes the content inside a range of a block, given in source offsets.
  init(_ range: ByteRange, of leaf: NodeID, in document: Document) {
    let isCell = document.kind(leaf) == .tableCell
    let segments = document.rawSegments(leaf)
    // A footnote's label is no part of its content.
    let covered = segments.first.map { $0.lower <= range.lower } ?? false
    guard covered, segments.count > 1 else {
      self = LeafText(range, in: document)
      return
    }
    var index = segments.startIndex
    var high = segments.endIndex
    while high - index > 1 {
      let middle = (index + high) / 2
      if segments[middle].lower <= range.lower { index = middle } else { high = middle }
    }
    while index < segments.endIndex, segments[index].lower < range.upper {
      let lower = max(segments[index].lower, range.lower)
      let upper = min(segments[index].upper, range.upper)
      if lower <= upper {
        pieces.append((bytes.count, Int(lower)))
        bytes += document.source[Int(lower)..<Int(upper)]
      }
      if range.upper > segments[index].upper, !isCell { bytes.append(UInt8(ascii: "\n")) }
      index += 1
    }
  }

  /// The source range of a range of `bytes`.
  func range(_ lower: Int, _ upper: Int) -> ByteRange {
    guard lower < upper else { return ByteRange(source(lower), source(lower)) }
    return ByteRange(source(lower), source(upper - 1) + 1)
  }

  private func source(_ offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    guard high > 0 else { return 0 }
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle } else { high = middle }
    }
    return pieces[low].source + offset - pieces[low].offset
  }
}

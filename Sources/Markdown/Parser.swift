import SourceCore

/// Parses a document: blocks first, so that every definition is known, then the inlines of each.
enum Parser {
  static func parse(_ source: [UInt8], _ options: ParseOptions) -> (Arena, [ParseProblem]) {
    var arena = Arena()
    func add(_ kind: NodeKind, _ lower: Int, _ upper: Int, _ payload: Int) {
      arena.kinds.append(kind)
      arena.ranges.append(ByteRange(lower, upper))
      arena.parents.append(0)
      arena.ends.append(UInt32(arena.kinds.count))
      arena.payloads.append(UInt32(payload))
    }
    arena.blocks.append(BlockDetail())
    add(.document, 0, source.count, 0)
    var index = 0
    while index < source.count {
      while index < source.count, Bytes.isWhitespace(source[index]) { index += 1 }
      let start = index
      while index < source.count, source[index] != 0x0A { index += 1 }
      guard index > start else { break }
      var detail = BlockDetail()
      detail.firstSegment = UInt32(arena.segments.count)
      detail.segmentCount = 1
      arena.segments.append(Segment(lower: UInt32(start), upper: UInt32(index)))
      arena.leaves.append(UInt32(arena.kinds.count))
      add(.paragraph, start, index, arena.blocks.count)
      arena.blocks.append(detail)
      add(.text, start, index, 0)
      arena.parents[arena.kinds.count - 1] = UInt32(arena.kinds.count - 2)
      arena.ends[arena.kinds.count - 2] = UInt32(arena.kinds.count)
    }
    arena.ends[0] = UInt32(arena.kinds.count)
    return (arena, [])
  }
}

import Markdown

/// Which block of a translation stands for which block of its source.
struct BlockAlignment {
  /// For each block of the source, the translation's.
  let own: [Int?]

  /// Larger tables are not filled; blocks are then matched by their order.
  private static let cellLimit = 4_000_000

  /// Aligns by shape; equal programs, equal ids and headings weigh more than paragraphs.
  init(_ source: LessonBlocks, _ translation: LessonBlocks) {
    let (a, b) = (source.blocks, translation.blocks)
    var own = [Int?](repeating: nil, count: a.count)
    guard !a.isEmpty, !b.isEmpty, a.count <= Self.cellLimit / b.count else {
      self.own = own
      return
    }
    let width = b.count + 1
    var table = [Int32](repeating: 0, count: (a.count + 1) * width)
    var i = a.count - 1
    while i >= 0 {
      var j = b.count - 1
      while j >= 0 {
        var best = max(table[(i + 1) * width + j], table[i * width + j + 1])
        if a[i].shape == b[j].shape {
          best = max(best, table[(i + 1) * width + j + 1] + Self.weight(a[i], b[j]))
        }
        table[i * width + j] = best
        j -= 1
      }
      i -= 1
    }
    var (p, q) = (0, 0)
    while p < a.count, q < b.count {
      let here = table[p * width + q]
      if a[p].shape == b[q].shape,
        here == table[(p + 1) * width + q + 1] + Self.weight(a[p], b[q])
      {
        own[p] = q
        (p, q) = (p + 1, q + 1)
      } else if here == table[(p + 1) * width + q] {
        p += 1
      } else {
        q += 1
      }
    }
    self.own = own
  }

  private static func weight(_ a: LessonBlocks.Block, _ b: LessonBlocks.Block) -> Int32 {
    if let id = a.id, id == b.id { return 12 }
    if a.program != nil, a.program == b.program { return 8 }
    switch a.kind {
    case .heading: return 6
    case .div: return 4
    case .codeBlock, .table: return 3
    default: return 2
    }
  }
}

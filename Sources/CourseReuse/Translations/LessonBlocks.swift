import CourseModel
import Digest
import Markdown
import SourceCore

/// A lesson as the row of its paragraphs, headings, code blocks, tables and divs.
struct LessonBlocks {
  struct Block {
    let kind: NodeKind
    /// What translations keep: kind, level, and the divs, lists and quotes around it.
    let shape: UInt64
    /// Its place in the file.
    let range: ByteRange
    /// What it says, with white space folded and local destinations left out.
    let content: UInt64
    /// Code without comments and strings; nil for anything else than a program.
    let program: UInt64?
    /// The id that its author gave it.
    let id: String?
    /// Words, to find a changed paragraph again.
    let words: Set<UInt64>
  }

  let lesson: Lesson
  let blocks: [Block]

  init(_ lesson: Lesson) {
    self.lesson = lesson
    let document = lesson.document
    var spots = LinkSpot.all(in: lesson).filter { spot in
      if case .local = spot.target { return true }
      return false
    }[...]
    let divs = Dictionary(
      lesson.divs.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
    var around: [(end: NodeID, shape: UInt64)] = []
    var blocks: [Block] = []
    for index in 0..<document.nodeCount {
      let node = NodeID(index)
      while let last = around.last, node >= last.end { around.removeLast() }
      let kind = document.kind(node)
      let outer = around.last?.shape ?? 7
      func shape(_ detail: some Sequence<UInt8>) -> UInt64 {
        (outer &* 31 &+ UInt64(kind.rawValue)) &* 31 &+ TextHash.of(detail)
      }
      switch kind {
      case .blockQuote, .listItem, .footnoteDefinition:
        around.append((document.end(node), shape([])))
      case .div:
        guard let div = divs[node] else { continue }
        let own = shape(div.name.utf8)
        around.append((document.end(node), own))
        blocks.append(
          Block(
            kind: kind, shape: own, range: div.opening, content: TextHash.of(div.name.utf8),
            program: nil, id: document.attributes(node)?.id, words: []))
      case .paragraph, .table, .htmlBlock, .codeBlock, .heading:
        let range = document.range(node)
        var detail: [UInt8] = []
        var program: UInt64?
        if kind == .heading { detail = [UInt8(truncatingIfNeeded: document.headingLevel(node))] }
        if kind == .codeBlock {
          let language = CodeSkeleton.language(document.info(node))
          detail = Array(language.utf8)
          program = CodeSkeleton.of(Array(document.literal(node).utf8), language)
        }
        let text = Self.folded(lesson, range, &spots)
        blocks.append(
          Block(
            kind: kind, shape: shape(detail), range: range, content: TextHash.of(text),
            program: program, id: document.attributes(node)?.id, words: Self.words(text)))
      default: continue
      }
    }
    self.blocks = blocks
  }

  /// A block's text on one line.
  func text(_ block: Block) -> String {
    let bytes = lesson.text.bytes[block.range.indices]
    let words = bytes.split(whereSeparator: { $0 <= 0x20 })
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// Names a block by what it says, for a lock.
  func mark(_ block: Block) -> String { Self.digits(block.content) }

  /// Names the place between two neighbours.
  func mark(after first: Int?, before second: Int?) -> String {
    let a = first.map { blocks[$0].content } ?? 1
    let b = second.map { blocks[$0].content } ?? 2
    return "+" + Self.digits(a &* 31 &+ b)
  }

  private static func digits(_ value: UInt64) -> String {
    hexadecimal((0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(56 - 8 * $0)) })
  }

  /// The bytes of a range without local destinations, runs of white space as one blank.
  private static func folded(
    _ lesson: Lesson, _ range: ByteRange, _ spots: inout ArraySlice<LinkSpot>
  ) -> [UInt8] {
    let bytes = lesson.text.bytes
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var i = range.start
    while let spot = spots.first, spot.range.start < range.start { spots.removeFirst() }
    while i < range.end {
      if let spot = spots.first, spot.range.start == i, spot.range.end <= range.end {
        spots.removeFirst()
        out.append(0xFF)
        i = max(spot.range.end, i + 1)
        continue
      }
      if bytes[i] <= 0x20 {
        if out.last != 0x20 { out.append(0x20) }
      } else {
        out.append(bytes[i])
      }
      i += 1
    }
    while out.last == 0x20 { out.removeLast() }
    return out
  }

  private static func words(_ text: [UInt8]) -> Set<UInt64> {
    Set(text.split(separator: 0x20).map { TextHash.of($0) })
  }
}

import SourceCore

/// The second phase: walks the blocks in order, writes the final nodes and reads the inlines of each
/// leaf on the way.
struct TreeWriter: ~Copyable {
  private let bytes: ByteView
  private let isGFM: Bool
  private var source: BlockParser
  private var tree: Tree
  private var inlines: InlineParser
  private let shared: SharedDefinitions?
  private var definitions: [UInt32]
  private var footnotes: [UInt32]

  init(
    _ source: consuming BlockParser, _ options: ParseOptions, _ shared: SharedDefinitions?
  ) {
    self.shared = shared
    if let shared { source.references.share(shared) }
    if options.linksHeadings { source.nameHeadings() }
    bytes = source.bytes
    isGFM = source.isGFM
    definitions = Array(repeating: 0, count: source.references.definitionCount)
    footnotes = Array(repeating: 0, count: source.references.footnoteCount)
    tree = Tree(capacity: source.bytes.count / 16 + source.blocks.count)
    inlines = InlineParser(options, expansionLimit: max(100_000, source.bytes.count))
    self.source = source
  }

  var unclosedShortcodes: [ByteRange] { inlines.unclosedShortcodes }

  mutating func write() -> Arena {
    var id = 0
    walk: while true {
      let isOpen = enter(id)
      if isOpen, source.blocks[id].firstChild != 0 {
        id = Int(source.blocks[id].firstChild)
        continue
      }
      if isOpen { tree.close() }
      while source.blocks[id].next == 0 {
        guard id != 0 else { break walk }
        id = Int(source.blocks[id].parent)
        tree.close()
        if id == 0 { break walk }
      }
      id = Int(source.blocks[id].next)
    }
    return tree.arena(
      blocks: source.details.column(), segments: source.segments.column(),
      alignments: source.alignments.column(),
      definitions: definitions, footnotes: footnotes, shared: shared)
  }

  /// Writes a block; true where it stays open for its children.
  private mutating func enter(_ id: Int) -> Bool {
    let block = source.blocks[id]
    let start = Int(block.start)
    let end = Int(block.end)
    switch block.kind {
    case .directive where source.details[id].flags.contains(.literal):
      tree.open(block.kind, start, end, id)
      tree.close()
    case .document, .blockQuote, .list, .div, .directive, .definitionList, .definition:
      tree.open(block.kind, start, end, id)
      return true
    case .listItem:
      if isGFM { readTask(id) }
      tree.open(.listItem, start, end, id)
      return true
    case .footnoteDefinition:
      let ordinal = source.details[id].number
      if ordinal != .max { footnotes[Int(ordinal)] = UInt32(tree.count) }
      tree.open(block.kind, start, end, id)
      return true
    case .paragraph, .heading, .definitionTerm:
      writeLeaf(id)
    case .table:
      writeTable(id)
    case .linkDefinition:
      let ordinal = source.details[id].number
      if ordinal != .max { definitions[Int(ordinal)] = UInt32(tree.count) }
      tree.open(block.kind, start, end, id)
      tree.close()
    default:
      tree.open(block.kind, start, end, id)
      tree.close()
    }
    return false
  }

  private mutating func writeLeaf(_ id: Int) {
    tree.leaves.append(UInt32(tree.count))
    tree.open(
      source.blocks[id].kind, Int(source.blocks[id].start), Int(source.blocks[id].end), id)
    let count = Int(source.details[id].segmentCount)
    if count > 0 {
      inlines.content.load(
        bytes, source.segments.view, first: Int(source.details[id].firstSegment), count: count)
      inlines.parse(&source.references, into: &tree)
    }
    tree.close()
  }

  // MARK: Task items

  /// Reads a check box that begins an item's first paragraph; it is taken out of that.
  private mutating func readTask(_ item: Int) {
    let child = Int(source.blocks[item].firstChild)
    guard child != 0, source.blocks[child].kind == .paragraph else { return }
    let first = Int(source.details[child].firstSegment)
    let lower = Int(source.segments[first].lower)
    let upper = Int(source.segments[first].upper)
    guard upper - lower > 3, bytes[lower] == UInt8(ascii: "["),
      bytes[lower + 2] == UInt8(ascii: "]"), Bytes.isBlank(bytes[lower + 3])
    else { return }
    switch bytes[lower + 1] {
    case UInt8(ascii: " "): source.details[item].tag = 1
    case UInt8(ascii: "x"), UInt8(ascii: "X"): source.details[item].tag = 2
    default: return
    }
    source.details[item].opening = ByteRange(lower, lower + 3)
    var rest = lower + 3
    while rest < upper, Bytes.isBlank(bytes[rest]) { rest += 1 }
    source.segments[first].lower = UInt32(rest)
    if rest == upper, source.details[child].segmentCount > 1 {
      source.details[child].firstSegment += 1
      source.details[child].segmentCount -= 1
    }
    source.blocks[child].start =
      source.segments[Int(source.details[child].firstSegment)].lower
  }

  // MARK: Tables

  private mutating func writeTable(_ id: Int) {
    let table = source.details[id]
    tree.open(.table, Int(source.blocks[id].start), Int(source.blocks[id].end), id)
    let first = Int(table.firstSegment)
    for line in 0..<Int(table.segmentCount) where line != 1 {
      writeRow(first + line, columns: Int(table.opening.lower), isHeader: line == 0)
    }
    tree.close()
  }

  private mutating func writeRow(_ line: Int, columns: Int, isHeader: Bool) {
    let row = source.segments[line].range
    var detail = BlockDetail()
    if isHeader { detail.flags = .header }
    detail.firstSegment = UInt32(line)
    detail.segmentCount = 1
    tree.open(.tableRow, row.start, row.end, add(detail))
    var cells = 0
    var cell = TableScanner.cell(bytes, from: row.start, to: row.end, isFirst: true)
    while let found = cell, cells < columns {
      writeCell(found.lower, found.upper)
      cells += 1
      cell = TableScanner.cell(bytes, from: found.next, to: row.end, isFirst: false)
    }
    // Cells beyond the header's are dropped; missing ones are empty, at the end of the row.
    let end = trimmedEnd(row)
    while cells < columns {
      writeCell(end, end)
      cells += 1
    }
    tree.close()
  }

  /// Adds what is particular to a part of a table, of which the first phase knows the lines alone.
  private mutating func add(_ detail: BlockDetail) -> Int {
    source.details.append(detail)
    return source.details.count - 1
  }

  private func trimmedEnd(_ row: ByteRange) -> Int {
    var end = row.end
    while end > row.start, Bytes.isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  private mutating func writeCell(_ lower: Int, _ upper: Int) {
    var detail = BlockDetail()
    detail.firstSegment = UInt32(source.segments.count)
    var start = lower
    for index in lower..<upper
    where bytes[index] == UInt8(ascii: "|") && index > lower {
      // The backslash before a pipe belongs to the table, not to the content.
      source.segments.append(Segment(lower: UInt32(start), upper: UInt32(index - 1)))
      start = index
    }
    source.segments.append(Segment(lower: UInt32(start), upper: UInt32(upper)))
    detail.segmentCount = UInt32(source.segments.count) - detail.firstSegment
    tree.leaves.append(UInt32(tree.count))
    tree.open(.tableCell, lower, upper, add(detail))
    inlines.content.loadCell(
      bytes, source.segments.view, first: Int(detail.firstSegment),
      count: Int(detail.segmentCount))
    inlines.parse(&source.references, into: &tree)
    tree.close()
  }
}

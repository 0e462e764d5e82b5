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
    tree.blocks.reserve(source.blocks.count)
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
      segments: source.segments.column(), alignments: source.alignments.column(),
      definitions: definitions, footnotes: footnotes, shared: shared)
  }

  /// Writes a block; true where it stays open for its children.
  private mutating func enter(_ id: Int) -> Bool {
    let block = source.blocks[id]
    let start = Int(block.start)
    let end = Int(block.end)
    let payload = tree.blocks.count
    switch block.kind {
    case .directive where block.detail.flags.contains(.literal):
      tree.blocks.append(block.detail)
      tree.open(block.kind, start, end, payload)
      tree.close()
    case .document, .blockQuote, .list, .div, .directive, .definitionList, .definition:
      tree.blocks.append(block.detail)
      tree.open(block.kind, start, end, payload)
      return true
    case .listItem:
      tree.blocks.append(itemDetail(block))
      tree.open(.listItem, start, end, payload)
      return true
    case .footnoteDefinition:
      if block.detail.number != .max { footnotes[Int(block.detail.number)] = UInt32(tree.count) }
      tree.blocks.append(block.detail)
      tree.open(block.kind, start, end, payload)
      return true
    case .paragraph, .heading, .definitionTerm:
      writeLeaf(block, payload)
    case .table:
      writeTable(block)
    case .linkDefinition:
      if block.detail.number != .max { definitions[Int(block.detail.number)] = UInt32(tree.count) }
      tree.blocks.append(block.detail)
      tree.open(block.kind, start, end, payload)
      tree.close()
    default:
      tree.blocks.append(block.detail)
      tree.open(block.kind, start, end, payload)
      tree.close()
    }
    return false
  }

  private mutating func writeLeaf(_ block: Block, _ payload: Int) {
    tree.blocks.append(block.detail)
    tree.leaves.append(UInt32(tree.count))
    tree.open(block.kind, Int(block.start), Int(block.end), payload)
    if block.detail.segmentCount > 0 {
      inlines.content.load(
        bytes, source.segments.view, first: Int(block.detail.firstSegment),
        count: Int(block.detail.segmentCount))
      inlines.parse(&source.references, into: &tree)
    }
    tree.close()
  }

  // MARK: Task items

  /// An item's record; a check box that begins its first paragraph is taken out of that.
  private mutating func itemDetail(_ item: Block) -> BlockDetail {
    var detail = item.detail
    let child = Int(item.firstChild)
    guard isGFM, child != 0, source.blocks[child].kind == .paragraph else { return detail }
    var paragraph = source.blocks[child].detail
    let first = Int(paragraph.firstSegment)
    let lower = Int(source.segments[first].lower)
    let upper = Int(source.segments[first].upper)
    guard upper - lower > 3, bytes[lower] == UInt8(ascii: "["),
      bytes[lower + 2] == UInt8(ascii: "]"), Bytes.isBlank(bytes[lower + 3])
    else { return detail }
    switch bytes[lower + 1] {
    case UInt8(ascii: " "): detail.tag = 1
    case UInt8(ascii: "x"), UInt8(ascii: "X"): detail.tag = 2
    default: return detail
    }
    detail.opening = ByteRange(lower, lower + 3)
    var rest = lower + 3
    while rest < upper, Bytes.isBlank(bytes[rest]) { rest += 1 }
    source.segments[first].lower = UInt32(rest)
    if rest == upper, paragraph.segmentCount > 1 {
      paragraph.firstSegment += 1
      paragraph.segmentCount -= 1
    }
    source.blocks[child].detail = paragraph
    source.blocks[child].start = source.segments[Int(paragraph.firstSegment)].lower
    return detail
  }

  // MARK: Tables

  private mutating func writeTable(_ table: Block) {
    let payload = tree.blocks.count
    tree.blocks.append(table.detail)
    tree.open(.table, Int(table.start), Int(table.end), payload)
    let first = Int(table.detail.firstSegment)
    for line in 0..<Int(table.detail.segmentCount) where line != 1 {
      writeRow(first + line, columns: Int(table.detail.opening.lower), isHeader: line == 0)
    }
    tree.close()
  }

  private mutating func writeRow(_ line: Int, columns: Int, isHeader: Bool) {
    let row = source.segments[line].range
    var detail = BlockDetail()
    if isHeader { detail.flags = .header }
    detail.firstSegment = UInt32(line)
    detail.segmentCount = 1
    let payload = tree.blocks.count
    tree.blocks.append(detail)
    tree.open(.tableRow, row.start, row.end, payload)
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
    let payload = tree.blocks.count
    tree.blocks.append(detail)
    tree.leaves.append(UInt32(tree.count))
    tree.open(.tableCell, lower, upper, payload)
    inlines.content.loadCell(
      bytes, source.segments.view, first: Int(detail.firstSegment),
      count: Int(detail.segmentCount))
    inlines.parse(&source.references, into: &tree)
    tree.close()
  }
}

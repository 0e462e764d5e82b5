import SourceCore

extension BlockParser {
  /// Turns the link definitions at the start of a paragraph into blocks of their own; returns the
  /// block that holds what is left of the paragraph, 0 where nothing is.
  mutating func readDefinitions(_ id: Int) -> Int {
    let detail = details[id]
    let first = Int(detail.firstSegment)
    let count = Int(detail.segmentCount)
    guard count > 0, segments[first].lower < segments[first].upper,
      bytes[Int(segments[first].lower)] == UInt8(ascii: "[")
    else { return id }
    content.load(bytes, segments.view, first: first, count: count)
    let view = content.view
    let parent = Int(blocks[id].parent)
    let end = blocks[id].end
    var target = id
    var offset = 0
    var line = first
    while offset < view.count, let definition = LinkScanner.definition(view, at: offset, grammar) {
      if target == 0 {
        target = append(Block(kind: .linkDefinition, start: 0, end: 0, parent: UInt32(parent)))
        link(target, below: parent)
      }
      var found = BlockDetail()
      found.firstSegment = UInt32(line)
      line += 1
      for index in offset..<definition.end where view[index] == 0x0A && index + 1 < definition.end {
        line += 1
      }
      found.segmentCount = UInt32(line) - found.firstSegment
      found.opening = content.source(definition.label)
      found.info = content.source(definition.destination)
      if let title = definition.title {
        found.closing = content.source(title)
        found.flags.insert(.titled)
      }
      found.number = references.define(
        ByteView(rebasing: view[definition.label]), size: found.info.count + found.closing.count)
      blocks[target].kind = .linkDefinition
      details[target] = found
      blocks[target].start = segments[Int(found.firstSegment)].lower
      blocks[target].end = segments[line - 1].upper
      target = 0
      offset = definition.end
    }
    if target == id { return id }
    guard line < first + count else { return 0 }
    let rest = append(
      Block(kind: .paragraph, start: segments[line].lower, end: end, parent: UInt32(parent)))
    details[rest].firstSegment = UInt32(line)
    details[rest].segmentCount = UInt32(first + count - line)
    link(rest, below: parent)
    return rest
  }

  /// Lets links name the headings that were found by their text.
  mutating func nameHeadings() {
    for id in 0..<blocks.count where blocks[id].kind == .heading {
      let detail = details[id]
      guard detail.segmentCount > 0 else { continue }
      let first = Int(detail.firstSegment)
      let lower = Int(segments[first].lower)
      let upper = Int(segments[first + Int(detail.segmentCount) - 1].upper)
      // Labels have 999 characters at most.
      if lower >= upper || upper - lower > 4_000 { continue }
      references.name(ByteView(rebasing: bytes[lower..<upper]), start: Int(blocks[id].start))
    }
  }

  /// Opens a footnote definition, `[^label]:`.
  mutating func startFootnote() -> Bool {
    var index = nonspace + 1
    guard index < lineEnd, bytes[index] == UInt8(ascii: "^") else { return false }
    index += 1
    let label = index
    while index < lineEnd, bytes[index] != UInt8(ascii: "]"), !Bytes.isBlank(bytes[index]) {
      index += 1
    }
    guard index > label, index + 1 < lineEnd, bytes[index] == UInt8(ascii: "]"),
      bytes[index + 1] == UInt8(ascii: ":"), mayNest()
    else { return false }
    prepare()
    let id = add(.footnoteDefinition, at: nonspace)
    blocks[id].end = UInt32(index + 2)
    details[id].opening = ByteRange(label, index)
    details[id].number = references.defineFootnote(
      ByteView(rebasing: bytes[label..<index]))
    push(id)
    pushMatcher(.footnote, indent: 4)
    column = nonspaceColumn + index + 2 - nonspace
    position = index + 2
    isInsideTab = false
    findNonspace()
    advance(columns: indent)
    return true
  }
}

import SourceCore

extension InlineParser {
  /// Writes the items, and the text between them, as nodes.
  mutating func write(into tree: inout Tree) {
    frames.truncate(to: 0)
    openLinks = 0
    textStart = 0
    textEnd = 0
    for index in 0..<items.count {
      let item = items[index]
      let start = Int(item.start)
      let end = Int(item.end)
      switch item.role {
      case .text: break
      case .leaf:
        endText(at: start, next: end, &tree)
        writeLeaf(item, &tree)
      case .open:
        endText(at: start, next: end, &tree)
        push(item.kind, start, end, markers: 0, payload: Int(item.payload), &tree)
      case .close:
        endText(at: start, next: end, &tree)
        pop(at: end, &tree)
      case .run:
        writeRun(item, &tree)
      }
    }
    endText(at: view.count, next: view.count, &tree)
  }

  private mutating func writeLeaf(_ item: InlineItem, _ tree: inout Tree) {
    let start = Int(item.start)
    let end = Int(item.end)
    switch item.kind {
    case .softBreak, .hardBreak:
      // A line ending's source may be two bytes; what quotes and lists put after it is not part.
      let ending = content.source(end - 1)
      let lower = item.kind == .hardBreak ? content.source(start) : ending
      tree.add(item.kind, lower, content.lineEndingEnd(ending))
    default:
      let range = content.source(start..<end)
      tree.add(item.kind, range.start, range.end, Int(item.payload))
    }
  }

  private mutating func writeRun(_ item: InlineItem, _ tree: inout Tree) {
    let run = delimiters[Int(item.payload)]
    guard run.closed > 0 || run.opening >= 0 else { return }
    // Closing markers are the first ones, opening markers the last ones; between them is text.
    var position = Int(item.start)
    if run.closed > 0 {
      endText(at: position, next: position + run.closedMarkers, &tree)
      for _ in 0..<run.closed {
        position += frames.last.markers
        pop(at: position, &tree)
      }
    }
    guard run.opening >= 0 else { return }
    let end = Int(item.end)
    position = end - run.openedMarkers
    endText(at: position, next: end, &tree)
    var opening = run.opening
    while opening >= 0 {
      let next = openings[opening]
      push(next.kind, position, position + next.markers, markers: next.markers, payload: 0, &tree)
      position += next.markers
      opening = next.inner
    }
  }

  private mutating func push(
    _ kind: NodeKind, _ start: Int, _ end: Int, markers: Int, payload: Int, _ tree: inout Tree
  ) {
    let range = content.source(start..<end)
    tree.open(kind, range.start, range.end, payload)
    frames.append(Frame(kind: kind, markers: markers))
    if kind == .link { openLinks += 1 }
  }

  private mutating func pop(at end: Int, _ tree: inout Tree) {
    if frames.last.kind == .link { openLinks -= 1 }
    frames.removeLast()
    tree.close(upper: content.source(end - 1) + 1)
  }

  // MARK: Text

  /// Writes the text up to an offset; the next text starts at another.
  @inline(__always) private mutating func endText(at end: Int, next: Int, _ tree: inout Tree) {
    if end > textStart {
      if hasAt, openLinks == 0 {
        writeTextWithAddresses(textStart, end, &tree)
      } else {
        writeText(textStart, end, &tree)
      }
    }
    textStart = next
  }

  private mutating func writeText(_ lower: Int, _ upper: Int, _ tree: inout Tree) {
    var start = lower
    // In a table cell, text is interrupted where a pipe's backslash was dropped: that is an escape.
    while start < upper {
      let piece = content.nextPiece(after: start)
      let source = content.source(start)
      if content.isEscapedPipe(at: start) {
        tree.add(.escape, source - 1, source + 1)
        start += 1
        continue
      }
      let end = min(piece, upper)
      tree.add(.text, source, source + end - start)
      start = end
    }
  }

  /// Writes text with the addresses in it as links.
  private mutating func writeTextWithAddresses(_ lower: Int, _ upper: Int, _ tree: inout Tree) {
    var start = lower
    var index = lower
    while index < upper {
      guard view[index] == UInt8(ascii: "@"),
        let found = AutolinkScanner.bareAddress(view, at: index, from: start, to: upper)
      else {
        index += 1
        continue
      }
      writeText(start, found.range.lowerBound, &tree)
      var detail = LinkDetail(form: .automatic)
      detail.prefix = found.hasScheme ? 0 : 2
      detail.destination = content.source(found.range)
      tree.add(.autolink, detail.destination.start, detail.destination.end, tree.links.count)
      tree.links.append(detail)
      start = found.range.upperBound
      index = start
    }
    writeText(start, upper, &tree)
  }
}

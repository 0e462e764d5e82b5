import SourceCore

extension BlockParser {
  /// Starts a math block.
  mutating func startMath() -> Bool {
    if grammar.contains(.dollarBlocks) { return startDollarBlock() }
    return grammar.contains(.dollarRuns) && startFence(UInt8(ascii: "$"))
  }

  /// Starts a block from a `$$` that begins this line to one that ends a line, but for a label.
  private mutating func startDollarBlock() -> Bool {
    let inside = nonspace + 2
    guard inside <= lineEnd, bytes[nonspace + 1] == UInt8(ascii: "$") else { return false }
    guard let closing = mathEnd(from: inside), closing > inside else {
      if grammar.contains(.strict), trimmedEnd(from: inside, to: lineEnd) == inside {
        problems.append(ParseProblem(.unclosedMath, ByteRange(nonspace, inside)))
      }
      return false
    }
    let last = LineScanner.end(bytes, from: closing)
    var rest = closing + 2
    while rest < last, Bytes.isBlank(bytes[rest]) { rest += 1 }
    let end = trimmedEnd(from: rest, to: last)
    var attributes: ByteRange?
    var label: ByteRange?
    if rest < end {
      if grammar.contains(.attributes), AttributeParser.end(bytes, at: rest, limit: end) == end {
        attributes = ByteRange(rest, end)
      } else if bytes[rest] == UInt8(ascii: "("), bytes[end - 1] == UInt8(ascii: ")"),
        grammar.contains(.targets), end > rest + 2
      {
        label = ByteRange(rest + 1, end - 1)
      } else {
        return false
      }
    }
    openMath(
      ByteRange(nonspace, inside), until: closing, closingLength: 2, attributes: attributes,
      label: label)
    return true
  }

  /// Opens a block of math behind what opens it; its text ends at `end`, where what closes it is.
  mutating func openMath(
    _ opening: ByteRange, until end: Int, closingLength: Int, attributes: ByteRange? = nil,
    label: ByteRange? = nil
  ) {
    startLeaf(.mathBlock, at: opening.start)
    var detail = BlockDetail()
    detail.flags.insert(.fenced)
    detail.tag = UInt8(ascii: "$")
    detail.number = 2
    detail.firstSegment = UInt32(segments.count)
    detail.opening = opening
    details[leaf] = detail
    dialects.mathAttributes = attributes
    dialects.mathLabel = label ?? detail.info
    dialects.leafEnd = end
    dialects.mathClosing = closingLength
    addMathLine(from: opening.end, isFirst: true)
  }

  mutating func continueMath() -> Bool {
    wasBlank = false
    addMathLine(from: position, isFirst: false)
    return true
  }

  /// Adds what this line holds of the open block, and ends the block where that ends.
  mutating func addMathLine(from start: Int, isFirst: Bool) {
    let isLast = dialects.leafEnd <= lineEnd
    let end = isLast ? dialects.leafEnd : lineEnd
    if trimmedEnd(from: start, to: end) > start || !isLast && !isFirst {
      addLine(from: start)
      segments.last.upper = UInt32(end)
    }
    guard isLast else { return }
    details[leaf].flags.insert(.closed)
    details[leaf].closing = ByteRange(end, end + dialects.mathClosing)
    details[leaf].info = dialects.mathLabel
    if let attributes = dialects.mathAttributes {
      details[leaf].attributes = attributes
      details[leaf].flags.insert(.attributes)
    }
    blocks[leaf].end = UInt32(trimmedEnd(from: end, to: lineEnd))
    closeLeaf()
  }

  /// Where the `$$` stands that ends math; pandoc's math holds no blank line.
  private mutating func mathEnd(from inside: Int) -> Int? {
    if let known = dialects.mathSearch.result(from: inside) { return known > 0 ? known : nil }
    let isParagraph = grammar.contains(.pandocMath)
    var index = inside
    while index + 1 < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "$") where bytes[index + 1] == UInt8(ascii: "$"):
        dialects.mathSearch = .init(lower: inside, upper: index, end: index)
        return index
      case 0x0A, 0x0D:
        if isParagraph, isBlankLine(LineScanner.next(bytes, after: index)) {
          dialects.mathSearch = .init(lower: inside, upper: index, end: 0)
          return nil
        }
      default: break
      }
      index += 1
    }
    dialects.mathSearch = .init(lower: inside, upper: bytes.count, end: 0)
    return nil
  }
}

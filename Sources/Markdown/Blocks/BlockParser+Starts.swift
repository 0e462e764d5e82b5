import SourceCore

extension BlockParser {
  /// Opens the blocks that start on this line; true where nothing of the line is left.
  mutating func startBlocks() -> Bool {
    while !isBlank {
      let byte = bytes[nonspace]
      if indent >= 4, !isInsideHTML {
        // Indented code cannot interrupt a paragraph, not even a lazy one.
        guard leafKind != .paragraph else { return false }
        startLeaf(.codeBlock, at: position)
        addIndentedCode()
        return true
      }
      switch byte {
      case UInt8(ascii: ">"):
        guard mayNest() else { return false }
        prepare()
        push(add(.blockQuote, at: nonspace))
        pushMatcher(.quote, indent: 0)
        enterQuote()
        blocks[Int(open.last)].end = UInt32(position)
        continue
      case UInt8(ascii: "#"):
        return startHeading()
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        return startFence(byte)
      case UInt8(ascii: "<"):
        return !isInsideHTML && startHTML() || grammar.contains(.mdx) && startElement()
      case UInt8(ascii: "="):
        return underline(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        let wasInParagraph = isInParagraph
        if byte == UInt8(ascii: "-"), underline(byte) { return true }
        if startThematicBreak(byte) { return true }
        // A line that would underline nothing but definitions is text, not an empty item.
        if wasInParagraph, leaf == 0 { return false }
        if byte != UInt8(ascii: "_"), startItem() { continue }
        return byte == UInt8(ascii: "-") && startTable()
      case UInt8(ascii: "+") where startBlockBreak(): return true
      case UInt8(ascii: "+"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        if startItem() { continue }
        return false
      case UInt8(ascii: "["):
        guard isGFM, startFootnote() else { return false }
        continue
      case UInt8(ascii: ":"):
        if hasDivs, let isDone = readDivFence() { return isDone }
        if hasDialect, grammar.contains(.definitionLists), startDefinition() { continue }
        return startTable()
      case UInt8(ascii: "|"):
        return startTable()
      default:
        return hasDialect && startDialectBlock(byte)
      }
    }
    return false
  }

  /// Opens what a dialect starts with a byte that CommonMark gives no meaning at the start of a line.
  private mutating func startDialectBlock(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"): startBrace()
    case UInt8(ascii: "$"): startMath()
    case UInt8(ascii: "%"): startLineComment()
    case UInt8(ascii: "("): startTarget()
    case UInt8(ascii: "\\"): startEnvironment()
    case UInt8(ascii: "i"), UInt8(ascii: "e"): grammar.contains(.mdx) && startModuleLine()
    default: false
    }
  }

  /// Whether the open paragraph belongs to the containers this line continues.
  var isInParagraph: Bool { leafKind == .paragraph && isAllMatched }

  // MARK: Headings

  private mutating func startHeading() -> Bool {
    var index = nonspace
    while index < lineEnd, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - nonspace
    guard level <= 6, index == lineEnd || Bytes.isBlank(bytes[index]) else { return false }
    while index < lineEnd, Bytes.isBlank(bytes[index]) { index += 1 }
    var end = trimmedEnd(from: index, to: lineEnd)
    startLeaf(.heading, at: nonspace)
    details[leaf].tag = UInt8(level)
    end = takeAttributes(from: index, to: end)
    // A closing sequence of `#` counts as such after a blank, or where nothing else stands.
    var hashes = end
    while hashes > index, bytes[hashes - 1] == UInt8(ascii: "#") { hashes -= 1 }
    if hashes == index || hashes < end && Bytes.isBlank(bytes[hashes - 1]) {
      end = trimmedEnd(from: index, to: hashes)
    }
    segments.append(Segment(lower: UInt32(index), upper: UInt32(end)))
    details[leaf].segmentCount = 1
    closeLeaf()
    return true
  }

  /// Sets attributes that end a heading's text apart; returns where the text ends.
  private mutating func takeAttributes(from start: Int, to end: Int) -> Int {
    guard grammar.contains(.headingAttributes), end > start, bytes[end - 1] == UInt8(ascii: "}")
    else { return end }
    var brace = end - 1
    while brace > start, bytes[brace] != UInt8(ascii: "{") { brace -= 1 }
    guard AttributeParser.end(bytes, at: brace, limit: end) == end else { return end }
    details[leaf].attributes = ByteRange(brace, end)
    details[leaf].flags.insert(.attributes)
    return trimmedEnd(from: start, to: brace)
  }

  func trimmedEnd(from start: Int, to end: Int) -> Int {
    var index = end
    while index > start, Bytes.isBlank(bytes[index - 1]) { index -= 1 }
    return index
  }

  /// Makes a heading of the paragraph above, where this line underlines it.
  private mutating func underline(_ marker: UInt8) -> Bool {
    guard isInParagraph else { return false }
    var index = nonspace
    while index < lineEnd, bytes[index] == marker { index += 1 }
    guard trimmedEnd(from: index, to: lineEnd) == index else { return false }
    // Definitions at the paragraph's start are no part of the heading.
    let id = leaf
    let rest = readDefinitions(id)
    guard rest != 0 else {
      // Nothing is left to underline: the line begins a new paragraph.
      leaf = 0
      leafKind = .document
      return false
    }
    leaf = rest
    blocks[leaf].kind = .heading
    blocks[leaf].end = UInt32(lineEnd)
    details[leaf].tag = marker == UInt8(ascii: "=") ? 1 : 2
    details[leaf].flags.insert(.setext)
    let last = Int(details[leaf].firstSegment + details[leaf].segmentCount) - 1
    let lower = Int(segments[last].lower)
    let end = trimmedEnd(from: lower, to: Int(segments[last].upper))
    segments[last].upper = UInt32(takeAttributes(from: lower, to: end))
    leafKind = .heading
    closeLeaf()
    return true
  }

  // MARK: Thematic breaks

  private mutating func startThematicBreak(_ marker: UInt8) -> Bool {
    if nonspace < thematicFailure.offset, thematicFailure.marker == marker { return false }
    var count = 0
    for index in nonspace..<lineEnd {
      if bytes[index] == marker {
        count += 1
      } else if !Bytes.isBlank(bytes[index]) {
        thematicFailure = (index, marker)
        return false
      }
    }
    guard count >= 3 else { return false }
    startLeaf(.thematicBreak, at: nonspace)
    closeLeaf()
    return true
  }
}

import SourceCore

extension BlockParser {
  // MARK: Fenced code

  mutating func startFence(_ marker: UInt8) -> Bool {
    var index = nonspace
    while index < lineEnd, bytes[index] == marker { index += 1 }
    let length = index - nonspace
    let isMath = marker == UInt8(ascii: "$")
    guard length >= (isMath ? 2 : 3) else { return false }
    while index < lineEnd, Bytes.isBlank(bytes[index]) { index += 1 }
    let end = trimmedEnd(from: index, to: lineEnd)
    if marker != UInt8(ascii: "~") {
      for offset in index..<end where bytes[offset] == marker { return false }
    }
    if hasDialect, !isMath, end > index, bytes[index] == UInt8(ascii: "{") {
      if grammar.contains(.directives), openDirective(marker, length: length, at: index) {
        return true
      }
      reportMalformed(index, end)
    }
    let columns = indent
    startLeaf(isMath ? .mathBlock : .codeBlock, at: nonspace)
    leafKind = .codeBlock
    var detail = details[leaf]
    detail.flags.insert(.fenced)
    detail.tag = marker
    detail.number = UInt32(length)
    let markers = nonspace + length
    detail.opening = ByteRange(nonspace, end > index ? end : markers)
    detail.info = end > index ? ByteRange(index, end) : ByteRange(markers, markers)
    if grammar.contains(.attributes), end > index, bytes[end - 1] == UInt8(ascii: "}") {
      var brace = index
      while brace < end, bytes[brace] != UInt8(ascii: "{") { brace += 1 }
      if AttributeParser.end(bytes, at: brace, limit: end) == end {
        detail.attributes = ByteRange(brace, end)
        detail.flags.insert(.attributes)
      }
    }
    detail.firstSegment = UInt32(segments.count)
    details[leaf] = detail
    fenceIndent = columns
    return true
  }

  /// Reports the braces of a fence's info string that nothing ends.
  private mutating func reportMalformed(_ start: Int, _ end: Int) {
    guard grammar.contains(.strict) else { return }
    for index in start..<end where bytes[index] == UInt8(ascii: "}") { return }
    problems.append(ParseProblem(.malformedOpener, ByteRange(nonspace, end)))
  }

  /// Adds a line to the open code block, or closes it; false where indented code ends before it.
  mutating func continueCode() -> Bool {
    guard details[leaf].flags.contains(.fenced) else { return continueIndentedCode() }
    wasBlank = false
    if !isBlank, indent <= 3 || isInsideHTML, bytes[nonspace] == details[leaf].tag,
      closesFence()
    {
      return true
    }
    advance(columns: min(indent, fenceIndent))
    addLine(from: position)
    return true
  }

  private mutating func closesFence() -> Bool {
    let detail = details[leaf]
    var index = nonspace
    while index < lineEnd, bytes[index] == detail.tag { index += 1 }
    guard index - nonspace >= Int(detail.number) else { return false }
    guard trimmedEnd(from: index, to: lineEnd) == index else { return false }
    details[leaf].closing = ByteRange(nonspace, index)
    details[leaf].flags.insert(.closed)
    blocks[leaf].end = UInt32(lineEnd)
    closeLeaf()
    return true
  }

  // MARK: Indented code

  private mutating func continueIndentedCode() -> Bool {
    if isBlank || indent >= 4 {
      wasBlank = isBlank
      addIndentedCode()
      return true
    }
    closeLeaf()
    return false
  }

  mutating func addIndentedCode() {
    advance(columns: min(4, indent))
    if details[leaf].segmentCount == 0 {
      blocks[leaf].start = UInt32(isInsideTab ? position + 1 : position)
    }
    let end = blocks[leaf].end
    addLine(from: position)
    // Blank lines at the end are no part of the block: `closeCode` drops their segments.
    if isBlank { blocks[leaf].end = end }
  }

  mutating func closeCode(_ id: Int) {
    let detail = details[id]
    if detail.flags.contains(.fenced) {
      if blocks[id].kind == .directive { countOptions(id) }
      if !detail.flags.contains(.closed) {
        switch blocks[id].kind {
        case .directive, .mathBlock:
          guard grammar.contains(.strict) else { return }
          let isMath = blocks[id].kind == .mathBlock
          problems.append(
            ParseProblem(isMath ? .unclosedMath : .unclosedDirective, detail.opening))
        default: problems.append(ParseProblem(.unclosedCodeFence, detail.opening))
        }
      }
      return
    }
    var count = Int(detail.segmentCount)
    let first = Int(detail.firstSegment)
    while count > 0 {
      let segment = segments[first + count - 1]
      guard trimmedEnd(from: Int(segment.lower), to: Int(segment.upper)) == Int(segment.lower)
      else { break }
      count -= 1
    }
    segments.truncate(to: first + count)
    details[id].segmentCount = UInt32(count)
  }
}

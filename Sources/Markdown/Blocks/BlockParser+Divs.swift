import SourceCore

extension BlockParser {
  /// Opens or closes a div; nil where the line is no div fence, false where it is a stray one, which
  /// is text.
  mutating func readDivFence() -> Bool? {
    var index = nonspace
    while index < lineEnd, bytes[index] == UInt8(ascii: ":") { index += 1 }
    let length = index - nonspace
    guard length >= 3 else { return nil }
    var rest = index
    while rest < lineEnd, Bytes.isBlank(bytes[rest]) { rest += 1 }
    if rest == lineEnd {
      let fence = ByteRange(nonspace, index)
      if closeDiv(fence) { return true }
      guard grammar.contains(.strict) else { return false }
      problems.append(ParseProblem(.strayDivFence, fence))
      return false
    }
    if !grammar.isDisjoint(with: [.directives, .admonitions]),
      openDirective(UInt8(ascii: ":"), length: length, at: rest)
    {
      return true
    }
    let line = ByteRange(nonspace, trimmedEnd(from: nonspace, to: lineEnd))
    let isOpen = !grammar.contains(.admonitions) && openDiv(length: length, at: rest)
    if grammar.contains(.strict), !isOpen || isBrokenBrace(rest) {
      problems.append(ParseProblem(.malformedOpener, line))
    }
    return isOpen ? true : nil
  }

  /// Whether attributes begin at an offset of this line and nothing ends them: pandoc takes what
  /// stands there for a class.
  private func isBrokenBrace(_ start: Int) -> Bool {
    bytes[start] == UInt8(ascii: "{")
      && AttributeParser.end(bytes, at: start, limit: lineEnd) == nil
  }

  private mutating func openDiv(length: Int, at start: Int) -> Bool {
    let end: Int
    if let braces = AttributeParser.end(bytes, at: start, limit: lineEnd) {
      end = braces
    } else {
      // A bare class word is any run without blanks, as in pandoc.
      var index = start
      while index < lineEnd, !Bytes.isBlank(bytes[index]) { index += 1 }
      end = index
    }
    // What follows may be blanks and colons, as an ornament.
    var rest = end
    while rest < lineEnd, Bytes.isBlank(bytes[rest]) { rest += 1 }
    while rest < lineEnd, bytes[rest] == UInt8(ascii: ":") { rest += 1 }
    let ornament = rest
    while rest < lineEnd, Bytes.isBlank(bytes[rest]) { rest += 1 }
    guard rest == lineEnd, mayNest() else { return false }

    prepare()
    let id = add(.div, at: nonspace)
    var detail = BlockDetail()
    detail.flags = [.fenced, .attributes]
    detail.tag = UInt8(ascii: ":")
    detail.number = UInt32(length)
    detail.opening = ByteRange(nonspace, trimmedEnd(from: end, to: ornament))
    detail.info = ByteRange(start, end)
    detail.attributes = detail.info
    details[id] = detail
    push(id)
    let barriers = matchers.isEmpty ? 0 : matchers.last.barriers
    divs.append((depth: open.count - 1, barriers: barriers))
    return true
  }

  /// Closes the innermost open div, through paragraphs and lists but not across a quote: a quote
  /// this line does not continue ends, and one that it does keeps the outer divs open.
  private mutating func closeDiv(_ fence: ByteRange) -> Bool {
    let barriers = matchedMatchers > 0 ? matchers[matchedMatchers - 1].barriers : 0
    var index = divs.count - 1
    while index >= 0, divs[index].barriers > barriers { index -= 1 }
    guard index >= 0, divs[index].barriers == barriers else { return false }
    let depth = divs[index].depth
    close(to: depth + 1)
    closeLeaf()
    let id = Int(open.last)
    details[id].closing = fence
    details[id].flags.insert(.closed)
    blocks[id].end = UInt32(lineEnd)
    close(to: depth)
    return true
  }

  /// Reports a div that ends without its fence.
  mutating func closeDiv(_ id: Int) {
    divs.removeLast()
    if !details[id].flags.contains(.closed) {
      problems.append(ParseProblem(.unclosedDiv, details[id].opening))
    }
  }
}

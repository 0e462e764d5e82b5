import SourceCore

extension BlockParser {
  /// Starts what a line that begins with a brace may be: attributes or templates.
  mutating func startBrace() -> Bool {
    if grammar.contains(.kramdown), nonspace + 1 < lineEnd,
      bytes[nonspace + 1] == UInt8(ascii: ":")
    {
      return startKramdownLine()
    }
    if grammar.contains(.attributeLines), startAttributeLine() { return true }
    return startTemplate()
  }

  /// Starts a block of templates, where this line holds nothing else.
  private mutating func startTemplate() -> Bool {
    var index = nonspace
    var end = 0
    var isVerbatim = false
    /// The end of the line that `index` is in.
    var last = lineEnd
    while true {
      guard bytes[index] == UInt8(ascii: "{"),
        let delimiters = TemplateScanner.opening(bytes, at: index, limit: bytes.count, grammar)
      else { return false }
      let inside = index + TemplateScanner.openingLength(delimiters)
      if index == nonspace, leafKind == .paragraph, delimiters.standsForText { return false }
      guard let found = templateEnd(from: inside, lineEnd: last, delimiters) else { return false }
      end = found
      let parts = TemplateScanner.parts(bytes, index..<end, delimiters)
      if index == nonspace, !mayStartBlock(parts, delimiters, end: end) { return false }
      if !parts.isClosing, !parts.isSelfClosing,
        let after = verbatimEnd(of: parts.name, from: end, delimiters)
      {
        end = after
        isVerbatim = true
      }
      if end > last { last = LineScanner.end(bytes, from: end) }
      index = end
      while index < last, Bytes.isBlank(bytes[index]) { index += 1 }
      if index == last { break }
    }
    startLeaf(.templateBlock, at: nonspace)
    if isVerbatim { details[leaf].flags.insert(.verbatim) }
    addLine(from: nonspace)
    dialects.leafEnd = end
    if end <= lineEnd { closeLeaf() }
    return true
  }

  /// Whether a template begins a block rather than a part of a paragraph's text.
  private func mayStartBlock(
    _ parts: TemplateScanner.Parts, _ delimiters: Template.Delimiters, end: Int
  ) -> Bool {
    let isText = leafKind == .paragraph
    switch delimiters {
    case .output, .include, .expression:
      let lineEnd = LineScanner.end(bytes, from: end)
      return lineEnd == bytes.count || isBlankLine(LineScanner.next(bytes, after: lineEnd))
    case .shortcode, .markdownShortcode:
      return !isText || parts.isClosing
        || !InlineShortcodes.contains(ByteView(rebasing: bytes[parts.name]))
    case .tag, .attributeList: return true
    }
  }

  /// Whether the line at an offset is blank, or the text ends there.
  func isBlankLine(_ start: Int) -> Bool {
    var index = start
    while index < bytes.count, Bytes.isBlank(bytes[index]) { index += 1 }
    return index == bytes.count || Bytes.isLineEnding(bytes[index])
  }

  /// The offset after the template whose opening ends at `inside`; it may go on over lines, but not
  /// over a blank one.
  private mutating func templateEnd(
    from inside: Int, lineEnd: Int, _ delimiters: Template.Delimiters
  ) -> Int? {
    let slot = Int(delimiters.rawValue)
    if let known = dialects.templateSearches[slot].result(from: inside) {
      return known > 0 ? known : nil
    }
    var limit = max(inside, lineEnd)
    while true {
      if let end = TemplateScanner.end(bytes, from: inside, limit: limit, delimiters) {
        let length = TemplateScanner.closingLength(delimiters)
        // Braces nest in expressions, so that the end of one tells nothing about the next.
        let upper = delimiters == .expression ? inside : end - length
        dialects.templateSearches[slot] = .init(lower: inside, upper: upper, end: end)
        return end
      }
      // The text up to the blank line is looked through twice at most.
      let paragraphEnd = self.paragraphEnd(from: limit)
      if limit == paragraphEnd {
        dialects.templateSearches[slot] = .init(lower: inside, upper: limit, end: 0)
        return nil
      }
      limit = paragraphEnd
    }
  }

  /// The end of the last line before a blank one.
  private func paragraphEnd(from lineEnd: Int) -> Int {
    var end = lineEnd
    while end < bytes.count {
      let next = LineScanner.next(bytes, after: end)
      if next == bytes.count || isBlankLine(next) { return end }
      end = LineScanner.end(bytes, from: next)
    }
    return end
  }

  /// The offset after what ends a verbatim template.
  private mutating func verbatimEnd(
    of name: Range<Int>, from start: Int, _ delimiters: Template.Delimiters
  ) -> Int? {
    guard let number = Verbatim.number(ByteView(rebasing: bytes[name]), delimiters) else {
      return nil
    }
    if let known = dialects.verbatimSearches[number].result(from: start) {
      return known > 0 ? known : nil
    }
    let found = Verbatim.closing(bytes, of: name, from: start, delimiters)
    dialects.verbatimSearches[number] = .init(
      lower: start, upper: found?.lowerBound ?? bytes.count, end: found?.upperBound ?? 0)
    return found?.upperBound
  }

  /// Adds a line to the open block whose end is known.
  mutating func continueToEnd() -> Bool {
    wasBlank = false
    addLine(from: position)
    if lineEnd >= dialects.leafEnd { closeLeaf() }
    return true
  }
}

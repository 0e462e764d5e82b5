import SourceCore

extension InlineParser {
  /// What link destinations may hold here.
  var linkGrammar: Grammar {
    grammar.isDisjoint(with: .templates) ? [] : templates.possible(grammar)
  }

  mutating func resetDialects() {
    dollars.reset()
    templates = TemplateMemo()
    lastCitation = -1
    attributeBudget = 4 * view.count + 1_000
  }

  /// Reads what may start with a brace: a role, a template, an expression of MDX.
  mutating func readBrace() {
    let start = position
    position = start + 1
    if grammar.contains(.roles), let end = roleEnd(at: start) {
      items.append(InlineItem(.leaf, .role, start, end))
      position = end
      return
    }
    if grammar.contains(.mdx) {
      readExpression(at: start)
      return
    }
    guard
      let delimiters = TemplateScanner.opening(view, at: start, limit: view.count, grammar)
    else { return }
    let inside = start + TemplateScanner.openingLength(delimiters)
    if delimiters == .attributeList {
      position = start
      if let end = attributesEnd() {
        items.append(InlineItem(.leaf, .template, start, end))
        position = end
      } else {
        position = start + 1
      }
      return
    }
    guard var end = templates.end(view, from: inside, delimiters) else {
      if grammar.contains(.strict), delimiters == .shortcode || delimiters == .markdownShortcode {
        unclosedShortcodes.append(content.source(start..<inside))
        position = inside
      }
      return
    }
    if delimiters == .tag || delimiters == .shortcode {
      let parts = TemplateScanner.parts(view, start..<end, delimiters)
      if !parts.isClosing, !parts.isSelfClosing,
        let after = templates.verbatimEnd(view, of: parts.name, from: end, delimiters)
      {
        end = after
      }
    }
    items.append(InlineItem(.leaf, .template, start, end))
    position = end
  }

  /// The end of a role: a name in braces and a code span directly after it.
  private mutating func roleEnd(at start: Int) -> Int? {
    guard let name = RoleScanner.name(view, at: start, limit: view.count) else { return nil }
    let first = name.upperBound + 1
    var end = first
    while end < view.count, view[end] == UInt8(ascii: "`") { end += 1 }
    guard end > first else { return nil }
    return ticks.find(end - first, in: view, from: end)
  }

  /// The end of the attributes at the current position, in braces that a limit on vain work allows
  /// to be looked for.
  mutating func attributesEnd() -> Int? {
    let isKramdown = grammar.contains(.kramdown)
    if isKramdown {
      guard position + 1 < view.count, view[position + 1] == UInt8(ascii: ":") else { return nil }
    }
    guard attributeBudget > 0 else { return nil }
    var reached = position
    let end = AttributeParser.end(
      view, at: position, limit: view.count, kramdown: isKramdown, reached: &reached)
    if end == nil { attributeBudget -= reached - position }
    return end
  }

  /// Reads a citation key, `@key`.
  mutating func readCitation() -> Bool {
    guard let end = CitationScanner.keyEnd(view, at: position, limit: view.count) else {
      return false
    }
    lastCitation = items.count
    items.append(InlineItem(.leaf, .citation, position, end))
    position = end
    return true
  }
}

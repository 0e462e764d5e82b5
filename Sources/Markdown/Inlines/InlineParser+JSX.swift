extension InlineParser {
  /// Reads an expression of MDX, from a brace to the one that matches it.
  mutating func readExpression(at start: Int) {
    guard !templates.noExpression else { return }
    guard let end = JSXScanner.expressionEnd(view, at: start, limit: view.count) else {
      templates.noExpression = true
      return
    }
    items.append(InlineItem(.leaf, .template, start, end))
    position = end
  }

  /// Reads a tag of JSX whose attributes HTML would not allow.
  mutating func readJSX() -> Bool {
    guard !templates.noTag else { return false }
    guard let end = JSXScanner.tagEnd(view, at: position, limit: view.count) else {
      return false
    }
    guard end > 0 else {
      templates.noTag = true
      return false
    }
    items.append(InlineItem(.leaf, .htmlInline, position, end))
    position = end
    return true
  }
}

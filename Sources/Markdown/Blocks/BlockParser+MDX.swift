import SourceCore

extension BlockParser {
  /// Starts a line of `import` or `export`, which goes on to a blank line.
  mutating func startModuleLine() -> Bool {
    guard leafKind != .paragraph, position == nonspace, open.count == 1,
      HTMLScanner.has("import ", bytes, at: nonspace, limit: lineEnd)
        || HTMLScanner.has("export ", bytes, at: nonspace, limit: lineEnd)
    else { return false }
    startJSX()
    return true
  }

  /// Starts a line that begins with an element of JSX.
  mutating func startElement() -> Bool {
    guard JSXScanner.isElement(bytes, at: nonspace, limit: lineEnd) else { return false }
    startJSX()
    return true
  }

  private mutating func startJSX() {
    startLeaf(.htmlBlock, at: nonspace)
    // As HTML that ends before a blank line.
    details[leaf].tag = 7
    addLine(from: nonspace)
  }
}

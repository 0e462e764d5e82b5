/// Finds the templates in the text of a node that is made of them.
enum TemplateReader {
  typealias Found = (
    delimiters: Template.Delimiters, range: Range<Int>, parts: TemplateScanner.Parts
  )

  static func read(_ text: LeafText, _ grammar: Grammar) -> [Found] {
    text.bytes.withUnsafeBufferPointer { view in
      var found: [Found] = []
      // What nothing closes from one place on is not looked for again.
      var unclosed: Set<Template.Delimiters> = []
      var index = 0
      while index < view.count {
        guard view[index] == UInt8(ascii: "{"),
          let delimiters = TemplateScanner.opening(view, at: index, limit: view.count, grammar),
          !unclosed.contains(delimiters)
        else {
          index += 1
          continue
        }
        guard
          let end = TemplateScanner.end(
            view, from: index + TemplateScanner.openingLength(delimiters), limit: view.count,
            delimiters)
        else {
          // Expressions lie in one another, and the inner one may be closed.
          if delimiters != .expression { unclosed.insert(delimiters) }
          index += 1
          continue
        }
        let parts = TemplateScanner.parts(view, index..<end, delimiters)
        found.append((delimiters, index..<end, parts))
        index = end
        guard Verbatim.isVerbatim(ByteView(rebasing: view[parts.name]), delimiters),
          !parts.isClosing, !parts.isSelfClosing
        else { continue }
        index =
          Verbatim.closing(view, of: parts.name, from: end, delimiters)?.lowerBound
          ?? view.count
      }
      return found
    }
  }
}

/// Templates whose content is shown as it is, or not at all, and never read as Markdown.
enum Verbatim {
  private static let tags: [StaticString] = ["raw", "highlight", "comment"]
  private static let shortcodes: [StaticString] = [
    "highlight", "raw", "rawhtml", "html", "code", "mermaid", "math", "katex", "latex", "plantuml",
    "gravizo", "chart", "json", "yaml", "csv", "svg",
  ]

  /// Whether a template of this name has such content.
  static func isVerbatim(_ name: ByteView, _ delimiters: Template.Delimiters) -> Bool {
    number(name, delimiters) != nil
  }

  /// The number of the name among those that have such content, below 32.
  static func number(_ name: ByteView, _ delimiters: Template.Delimiters) -> Int? {
    switch delimiters {
    case .tag: tags.firstIndex { equals(name, $0) }
    case .shortcode: shortcodes.firstIndex { equals(name, $0) }.map { $0 + tags.count }
    default: nil
    }
  }

  private static func equals(_ name: ByteView, _ word: StaticString) -> Bool {
    guard name.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<name.count where name[index] != word.utf8Start[index] { return false }
    return true
  }

  /// The next template that ends the one with this name.
  static func closing(
    _ view: ByteView, of name: Range<Int>, from start: Int, _ delimiters: Template.Delimiters
  ) -> Range<Int>? {
    var index = start
    while index + 1 < view.count {
      guard view[index] == UInt8(ascii: "{"),
        TemplateScanner.opening(view, at: index, limit: view.count, [.liquid, .shortcodes])
          == delimiters
      else {
        index += 1
        continue
      }
      let inside = index + TemplateScanner.openingLength(delimiters)
      guard let end = TemplateScanner.end(view, from: inside, limit: view.count, delimiters) else {
        return nil
      }
      if ends(view, index..<end, name, in: view, delimiters) { return index..<end }
      index = end
    }
    return nil
  }

  /// Whether a template ends the one whose name stands in `other`.
  static func ends(
    _ view: ByteView, _ range: Range<Int>, _ name: Range<Int>, in other: ByteView,
    _ delimiters: Template.Delimiters
  ) -> Bool {
    let parts = TemplateScanner.parts(view, range, delimiters)
    guard parts.isClosing else { return false }
    let skipped = delimiters == .tag ? 3 : 0
    let found = parts.name.dropFirst(skipped)
    guard found.count == name.count else { return false }
    for offset in 0..<name.count
    where view[found.lowerBound + offset] != other[name.lowerBound + offset] {
      return false
    }
    return true
  }
}

/// Templates whose content is shown as it is, or not at all, and never read as Markdown.
enum Verbatim {
  private static let tags: [StaticString] = ["raw", "highlight", "comment"]
  private static let shortcodes: [StaticString] = [
    "highlight", "raw", "rawhtml", "html", "code", "mermaid", "math", "katex", "latex", "plantuml",
    "gravizo", "chart", "json", "yaml", "csv", "svg", "code-toggle", "output", "echarts",
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
      if view[index] == UInt8(ascii: "{"), begins(view, at: index, delimiters),
        let after = closingName(view, at: index, delimiters), has(view, name, at: after)
      {
        let end = TemplateScanner.end(
          view, from: after + name.count, limit: view.count, delimiters)
        return end.map { index..<$0 }
      }
      index += 1
    }
    return nil
  }

  private static func begins(
    _ view: ByteView, at start: Int, _ delimiters: Template.Delimiters
  ) -> Bool {
    if delimiters == .tag { return view[start + 1] == UInt8(ascii: "%") }
    return start + 2 < view.count && view[start + 1] == UInt8(ascii: "{")
      && view[start + 2] == UInt8(ascii: "<")
  }

  /// Where the name in `{% endname %}` or `{{< /name >}}` starts; nil where this is no such template.
  private static func closingName(
    _ view: ByteView, at start: Int, _ delimiters: Template.Delimiters
  ) -> Int? {
    var index = start + TemplateScanner.openingLength(delimiters)
    if delimiters == .tag, index < view.count, view[index] == UInt8(ascii: "-") { index += 1 }
    while index < view.count, Bytes.isBlank(view[index]) { index += 1 }
    if delimiters == .tag {
      return HTMLScanner.has("end", view, at: index, limit: view.count) ? index + 3 : nil
    }
    guard index < view.count, view[index] == UInt8(ascii: "/") else { return nil }
    index += 1
    while index < view.count, Bytes.isBlank(view[index]) { index += 1 }
    return index
  }

  /// Whether the word at an offset is the one in a range.
  private static func has(_ view: ByteView, _ name: Range<Int>, at start: Int) -> Bool {
    guard start + name.count < view.count else { return false }
    for offset in 0..<name.count where view[start + offset] != view[name.lowerBound + offset] {
      return false
    }
    return !RoleScanner.isName(view[start + name.count])
      || view[start + name.count] == UInt8(ascii: "-")
  }
}

/// Reads templates: `{% … %}`, `{{ … }}`, `{{< … >}}`, `{{% … %}}`, `{{#… }}`, `{: … }`.
enum TemplateScanner {
  /// What begins at an offset, which holds a `{`; nil where nothing of this grammar does.
  @inline(__always) static func opening(
    _ view: ByteView, at start: Int, limit: Int, _ grammar: Grammar
  ) -> Template.Delimiters? {
    guard start + 1 < limit else { return nil }
    switch view[start + 1] {
    case UInt8(ascii: "%") where grammar.contains(.liquid): return .tag
    case UInt8(ascii: ":") where grammar.contains(.kramdown): return .attributeList
    case UInt8(ascii: "{"):
      let third = start + 2 < limit ? view[start + 2] : 0
      if third == UInt8(ascii: "<"), grammar.contains(.shortcodes) { return .shortcode }
      if third == UInt8(ascii: "%"), grammar.contains(.percentShortcodes) {
        return .markdownShortcode
      }
      if third == UInt8(ascii: "#"), grammar.contains(.includes) { return .include }
      if grammar.contains(.mdx) { return .expression }
      return grammar.contains(.substitutions) ? .output : nil
    default: return grammar.contains(.mdx) ? .expression : nil
    }
  }

  /// The length of what opens a template.
  static func openingLength(_ delimiters: Template.Delimiters) -> Int {
    switch delimiters {
    case .tag, .output, .attributeList: 2
    case .shortcode, .markdownShortcode, .include: 3
    case .expression: 1
    }
  }

  /// The bytes that close a template, the third one 0 where there are two, the second where one.
  private static func closing(_ delimiters: Template.Delimiters) -> (UInt8, UInt8, UInt8) {
    let brace = UInt8(ascii: "}")
    return switch delimiters {
    case .tag: (UInt8(ascii: "%"), brace, 0)
    case .output, .include: (brace, brace, 0)
    case .shortcode: (UInt8(ascii: ">"), brace, brace)
    case .markdownShortcode: (UInt8(ascii: "%"), brace, brace)
    case .attributeList, .expression: (brace, 0, 0)
    }
  }

  /// The length of what closes a template.
  static func closingLength(_ delimiters: Template.Delimiters) -> Int {
    switch delimiters {
    case .attributeList, .expression: 1
    case .tag, .output, .include: 2
    case .shortcode, .markdownShortcode: 3
    }
  }

  /// The offset after the next closing delimiter.
  static func end(
    _ view: ByteView, from start: Int, limit: Int, _ delimiters: Template.Delimiters
  ) -> Int? {
    if delimiters == .expression {
      return JSXScanner.expressionEnd(view, at: start - 1, limit: limit)
    }
    let close = closing(delimiters)
    let length = closingLength(delimiters)
    let hasQuotes = delimiters == .shortcode || delimiters == .markdownShortcode
    // Where a mark is not ended in its line, the rest of the line is read without quotes.
    var unquoted = start
    var index = start
    while index + length <= limit {
      if hasQuotes, index >= unquoted,
        view[index] == UInt8(ascii: "\"") || view[index] == UInt8(ascii: "`")
      {
        let quote = quote(view, from: index, limit: limit)
        if quote.isClosed {
          index = quote.end
          continue
        }
        unquoted = quote.end
      }
      if view[index] == close.0, length < 2 || view[index + 1] == close.1,
        length < 3 || view[index + 2] == close.2
      {
        return index + length
      }
      index += 1
    }
    return nil
  }

  /// Where the quoted text ends that begins at an offset: behind its mark, else with the line.
  private static func quote(
    _ view: ByteView, from start: Int, limit: Int
  ) -> (end: Int, isClosed: Bool) {
    let quote = view[start]
    var index = start + 1
    while index < limit, !Bytes.isLineEnding(view[index]) {
      if view[index] == quote { return (index + 1, true) }
      let isEscape = view[index] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
      index += isEscape ? 2 : 1
    }
    return (min(index, limit), false)
  }

  /// The parts of a template that covers a range of a text.
  struct Parts {
    var content: Range<Int>
    var name: Range<Int>
    var isClosing = false
    var isSelfClosing = false
  }

  static func parts(
    _ view: ByteView, _ range: Range<Int>, _ delimiters: Template.Delimiters
  ) -> Parts {
    var lower = range.lowerBound + openingLength(delimiters)
    if delimiters == .include { lower -= 1 }
    var upper = max(lower, range.upperBound - closingLength(delimiters))
    func isTrimmed(_ byte: UInt8) -> Bool {
      // Liquid's `{%-` and `-%}` take away the white space around a tag.
      Bytes.isWhitespace(byte)
        || byte == UInt8(ascii: "-") && (delimiters == .tag || delimiters == .output)
    }
    while lower < upper, isTrimmed(view[lower]) { lower += 1 }
    while upper > lower, isTrimmed(view[upper - 1]) { upper -= 1 }
    var parts = Parts(content: lower..<upper, name: lower..<lower)
    var start = lower
    switch delimiters {
    case .shortcode, .markdownShortcode:
      if start < upper, view[start] == UInt8(ascii: "/") {
        // `{{</* name */>}}` shows a shortcode and is none.
        if start + 1 < upper, view[start + 1] == UInt8(ascii: "*") { return parts }
        parts.isClosing = true
        start += 1
        while start < upper, Bytes.isWhitespace(view[start]) { start += 1 }
      }
      parts.isSelfClosing = upper > start && view[upper - 1] == UInt8(ascii: "/")
    default: break
    }
    var end = start
    while end < upper, !Bytes.isWhitespace(view[end]), view[end] != UInt8(ascii: "|") { end += 1 }
    if parts.isSelfClosing, end == upper { end -= 1 }
    parts.name = start..<max(start, end)
    if delimiters == .tag, end - start > 3, view[start] == UInt8(ascii: "e"),
      view[start + 1] == UInt8(ascii: "n"), view[start + 2] == UInt8(ascii: "d")
    {
      parts.isClosing = true
    }
    return parts
  }
}

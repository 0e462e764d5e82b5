/// What a reader gets of a piece of HTML: its elements that carry meaning, and its text.
///
/// Left out is what two renderers write in their own ways: attributes, wrappers, paragraphs' tags,
/// links and raised numbers of footnotes, captions made of alternative text, typographic quotes and
/// dashes.
enum HTMLOutline {
  private static let elements: Set<String> = [
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th",
    "hr", "pre", "code", "em", "strong", "del", "img", "div", "dl", "dt", "dd",
  ]

  static func of(_ html: String) -> String {
    var out = ""
    var text = ""
    var skipping: String?
    var rest = Substring(html)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        let inside = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        let isClosing = inside.hasPrefix("/")
        let name = String(inside.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
        if let open = skipping {
          if isClosing, name == open { skipping = nil }
          continue
        }
        // A caption repeats the alternative text; the list of footnotes stands at the end anyway.
        if name == "figcaption" || name == "section" && inside.contains("footnotes") {
          if !isClosing { skipping = name }
          continue
        }
        if elements.contains(name) {
          out += words(text) + (isClosing ? "</\(name)>" : "<\(name)>")
          text = ""
        } else {
          text += " "
        }
      } else {
        if skipping == nil { text.append(first) }
        rest = rest.dropFirst()
      }
    }
    return out + words(text)
  }

  /// Text with single blanks and plain punctuation.
  private static func words(_ text: String) -> String {
    var plain = text
    for (typographic, simple) in [
      ("\u{2013}", "--"), ("\u{2014}", "---"), ("\u{2026}", "..."), ("\u{2019}", "'"),
      ("\u{2018}", "'"), ("\u{201C}", "\""), ("\u{201D}", "\""), ("\u{A0}", " "),
      ("&quot;", "\""), ("&#39;", "'"),
    ] {
      plain = plain.split(separator: typographic, omittingEmptySubsequences: false)
        .joined(separator: simple)
    }
    return plain.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }
}

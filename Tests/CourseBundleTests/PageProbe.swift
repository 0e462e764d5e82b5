/// Takes a page apart without the code under test.
///
/// All text of a page is escaped, so each `<` in it starts markup and the next `>` ends it: a quoted
/// value holds neither.
struct PageProbe {
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String)]
    let isClosing: Bool
  }

  let tags: [Tag]

  init(_ page: String) {
    var tags: [Tag] = []
    for piece in page.split(separator: "<", omittingEmptySubsequences: false).dropFirst()
    where !piece.hasPrefix("!DOCTYPE html>") && !piece.hasPrefix("?xml ") {
      let tag = piece.prefix { $0 != ">" }
      // XML ends an empty element with a slash.
      tags.append(Self.tag(tag.hasSuffix("/") ? tag.dropLast() : tag))
    }
    self.tags = tags
  }

  private static func tag(_ text: Substring) -> Tag {
    let isClosing = text.hasPrefix("/")
    let body = isClosing ? text.dropFirst() : text
    let name = body.prefix { $0 != " " }
    var rest = body.dropFirst(name.count)
    var attributes: [(name: String, value: String)] = []
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].filter { $0 != " " }
      rest = rest[equals...].dropFirst()
      guard rest.first == "\"" else { break }
      let value = rest.dropFirst().prefix { $0 != "\"" }
      attributes.append((key, String(value)))
      rest = rest.dropFirst(value.count + 2)
    }
    if !rest.allSatisfy({ $0 == " " }) { attributes.append(("?", String(rest))) }
    return Tag(name: String(name), attributes: attributes, isClosing: isClosing)
  }

  var links: [String] {
    tags.flatMap { tag in
      tag.attributes.filter { $0.name == "href" || $0.name == "src" }.map(\.value)
    }
  }

  /// What must not be in a bundle's page.
  var dangers: [String] {
    var dangers: [String] = []
    for tag in tags {
      if tag.name == "script", !tag.isClosing, !Self.isOwnScript(tag) {
        dangers.append("<script>")
      }
      if !Self.elements.contains(tag.name) { dangers.append("<\(tag.name)>") }
      for (name, value) in tag.attributes {
        if !Self.attributes.contains(name) { dangers.append("\(name) of <\(tag.name)>") }
        guard ["cite", "href", "poster", "src"].contains(name) else { continue }
        let scheme = value.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
        if scheme.contains(":"), !["http:", "https:", "mailto:"].contains(where: scheme.hasPrefix) {
          dangers.append("\(name)=\(value)")
        }
        if name != "href", name != "cite", value.contains(":") || value.hasPrefix("//") {
          dangers.append("\(name)=\(value)")
        }
      }
    }
    return dangers
  }

  /// The site's own script, and nothing else.
  private static func isOwnScript(_ tag: Tag) -> Bool {
    let source = tag.attributes.first { $0.name == "src" }?.value ?? ""
    if tag.attributes.map(\.value) == ["application/ld+json"] { return true }
    let own: [[Substring]] = ["course.js", "search.js", "search-index.js"].map { ["assets", $0] }
    return tag.attributes.count == 2 && own.contains(Array(source.split(separator: "/").suffix(2)))
  }

  /// Whether every opening tag has its closing one, in the right order.
  var isBalanced: Bool {
    var open: [String] = []
    for tag in tags where !Self.voids.contains(tag.name) {
      if !tag.isClosing {
        open.append(tag.name)
      } else if open.popLast() != tag.name {
        return false
      }
    }
    return open.isEmpty
  }

  private static let voids: Set<String> = [
    "br", "col", "hr", "img", "input", "link", "meta", "source", "track",
  ]
  private static let elements: Set<String> = [
    "a", "abbr", "article", "audio", "b", "blockquote", "body", "br", "button", "caption",
    "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hr",
    "html", "i", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "mark",
    "meta",
    "nav", "ol", "p", "pre", "q", "s", "samp", "script", "section", "small", "source", "span",
    "strong",
    "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
    "track", "u", "ul", "var", "video",
  ]
  private static let attributes: Set<String> = [
    "alt", "aria-current", "aria-hidden", "aria-label", "aria-labelledby", "autocomplete",
    "charset", "checked",
    "cite", "class", "colspan", "content", "controls", "data-correct", "data-course", "data-lesson",
    "data-mark",
    "data-none", "data-of", "data-question", "data-right", "data-seen", "data-some", "data-text",
    "data-wrong",
    "datetime", "defer", "dir", "disabled", "for", "headers",
    "height", "hidden", "href", "id", "kind", "label", "lang", "loop", "name", "open", "poster",
    "rel",
    "reversed", "role", "rowspan", "scope", "span", "src", "srclang", "start", "tabindex", "title",
    "translate", "type", "value", "width", "xml:lang", "xmlns", "xmlns:epub", "epub:type",
  ]
}

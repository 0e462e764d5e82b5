/// What raw HTML may hold in a page of a bundle; all else is dropped.
enum AllowedHTML {
  /// Where an element may stand and what it does to those around it.
  enum Category {
    /// Text and what stands in a line of text.
    case phrasing
    /// A block that may hold other blocks, Markdown's among them.
    case container
    /// A block that holds a line of text only.
    case textBlock
    /// A part of a table, or the table.
    case tablePart
    /// Has no content and no closing tag.
    case void
  }

  /// What is known of an element.
  struct Element {
    let category: Category
    /// Attributes that stay, besides those that all elements may have.
    let attributes: Set<String>
    /// The elements directly around it; empty where any will do.
    let parents: Set<String>

    init(_ category: Category, _ attributes: Set<String> = [], in parents: Set<String> = []) {
      self.category = category
      self.attributes = attributes
      self.parents = parents
    }
  }

  /// Attributes that stay on every element; `class` and `style` would let a page imitate the site.
  static let globalAttributes: Set<String> = [
    "aria-hidden", "aria-label", "dir", "id", "lang", "title",
  ]

  /// Attributes that hold a URL.
  static let urlAttributes: Set<String> = ["cite", "href", "poster", "src"]

  /// Attributes that count or measure.
  static let numberAttributes: Set<String> = [
    "colspan", "height", "rowspan", "span", "start", "value", "width",
  ]

  /// Elements whose content is no text to be read; they go with all they hold.
  static let droppedWithContent: Set<String> = [
    "applet", "canvas", "embed", "frameset", "head", "iframe", "math", "noembed", "noframes",
    "noscript", "object", "plaintext", "script", "select", "style", "svg", "template", "textarea",
    "title", "xmp",
  ]

  static let elements: [String: Element] = {
    var all: [String: Element] = [
      "a": Element(.phrasing, ["href", "name"]),
      "audio": Element(.phrasing, ["loop", "src"]),
      "blockquote": Element(.container, ["cite"]),
      "br": Element(.void), "hr": Element(.void),
      "caption": Element(.tablePart, in: ["table"]),
      "col": Element(.void, ["span"], in: ["colgroup"]),
      "colgroup": Element(.tablePart, ["span"], in: ["table"]),
      "dd": Element(.container, in: ["dl"]),
      "del": Element(.phrasing, ["cite", "datetime"]),
      "details": Element(.container, ["open"]),
      "dl": Element(.container),
      "dt": Element(.textBlock, in: ["dl"]),
      "figcaption": Element(.textBlock, in: ["figure"]),
      "img": Element(.void, ["alt", "height", "src", "width"]),
      "ins": Element(.phrasing, ["cite", "datetime"]),
      "li": Element(.container, ["value"], in: ["ol", "ul"]),
      "ol": Element(.container, ["reversed", "start"]),
      "q": Element(.phrasing, ["cite"]),
      "source": Element(.void, ["src", "type"], in: ["audio", "video"]),
      "summary": Element(.textBlock, in: ["details"]),
      "table": Element(.tablePart),
      "tbody": Element(.tablePart, in: ["table"]),
      "td": Element(.tablePart, ["colspan", "headers", "rowspan"], in: ["tr"]),
      "tfoot": Element(.tablePart, in: ["table"]),
      "th": Element(.tablePart, ["colspan", "headers", "rowspan", "scope"], in: ["tr"]),
      "thead": Element(.tablePart, in: ["table"]),
      "tr": Element(.tablePart, in: ["table", "tbody", "tfoot", "thead"]),
      "track": Element(.void, ["kind", "label", "src", "srclang"], in: ["audio", "video"]),
      "ul": Element(.container),
      "video": Element(.phrasing, ["height", "loop", "poster", "src", "width"]),
    ]
    for name in ["div", "figure", "section"] { all[name] = Element(.container) }
    for name in ["h2", "h3", "h4", "h5", "h6", "p", "pre"] { all[name] = Element(.textBlock) }
    for name in [
      "abbr", "b", "cite", "code", "dfn", "em", "i", "kbd", "mark", "s", "samp", "small", "span",
      "strong", "sub", "sup", "u", "var",
    ] { all[name] = Element(.phrasing) }
    return all
  }()
}

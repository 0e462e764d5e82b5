/// A page's HTML cut into tags and words, to compare what readers see.
///
/// Blanks count once, and not beside tags of blocks; in blocks of code each line is a word.
public struct RenderedPage: Sendable, Hashable {
  /// A piece of HTML.
  public enum Token: Sendable, Hashable {
    /// A tag as written, with its angle brackets.
    case tag(String)
    /// Text without blanks.
    case word(String)
    /// Blanks between two pieces of inlines.
    case blank
    /// A line of a block of code, with its blanks.
    case codeLine(String)
  }

  /// The pieces in order.
  public private(set) var tokens: [Token]

  /// Cuts HTML as `Document.html()` writes it.
  public init(_ html: String) { self.init(Array(html.utf8)) }

  /// Cuts HTML as `HTMLRenderer` writes it.
  init(_ html: [UInt8]) { tokens = Self.tidied(Self.cut(html)) }

  /// The page without some differences; two pages that are the same but for them are equal then.
  public func without(_ differences: Set<FixDifference>) -> RenderedPage {
    var page = self
    for difference in FixDifference.allCases where differences.contains(difference) {
      page.tokens = Self.tidied(difference.removed(from: page.tokens))
    }
    return page
  }

  /// The first place where two pages differ; nil where they do not.
  public func firstDifference(_ other: RenderedPage) -> String? {
    if tokens == other.tokens { return nil }
    let same = zip(tokens, other.tokens).prefix { $0 == $1 }.count
    let from = max(0, same - 4)
    func shown(_ tokens: [Token]) -> String {
      tokens[min(from, tokens.count)...].prefix(14).map(\.shown).joined()
    }
    return "\(shown(tokens).debugDescription) → \(shown(other.tokens).debugDescription)"
  }

  // MARK: Cutting

  private static func cut(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var isCode = false
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<") {
        var end = at + 1
        if bytes[at...].starts(with: "<!--".utf8) {
          while end < bytes.count, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
          end = min(end + 3, bytes.count)
        } else {
          while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
          end = min(end + 1, bytes.count)
        }
        // Readers see nothing of comments.
        let isComment = bytes[at...].starts(with: "<!--".utf8)
        let tag = isComment ? "<!---->" : collapsed(bytes[at..<end])
        tokens.append(.tag(tag))
        if name(of: tag) == "pre" { isCode = true }
        if name(of: tag) == "/pre" { isCode = false }
        at = end
        continue
      }
      let ends: (UInt8) -> Bool =
        isCode ? { $0 == 0x0A || $0 == 0x3C } : { $0 <= 0x20 || $0 == 0x3C }
      var end = at
      while end < bytes.count, !ends(bytes[end]) { end += 1 }
      let text = String(decoding: bytes[at..<end], as: UTF8.self)
      if isCode {
        let isLine = end < bytes.count && bytes[end] == 0x0A
        if isLine || end > at { tokens.append(.codeLine(text)) }
        at = isLine ? end + 1 : end
        continue
      }
      if end > at { tokens.append(.word(text)) }
      at = end
      if at < bytes.count, bytes[at] <= 0x20 {
        tokens.append(.blank)
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      }
    }
    return tokens
  }

  private static func collapsed(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split(whereSeparator: { $0 <= 0x20 })
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// Joins words that nothing parts, and drops blanks that do not show.
  private static func tidied(_ tokens: [Token]) -> [Token] {
    var out: [Token] = []
    out.reserveCapacity(tokens.count)
    var word = ""
    for token in tokens {
      if case .word(let text) = token {
        word += text
        continue
      }
      if !word.isEmpty {
        out.append(.word(word))
        word = ""
      }
      switch (out.last, token) {
      case (nil, .blank), (.blank, .blank): continue
      case (.tag(let tag), .blank) where isBlock(tag): continue
      case (.blank, .tag(let tag)) where isBlock(tag): out[out.count - 1] = token
      default: out.append(token)
      }
    }
    if !word.isEmpty { out.append(.word(word)) }
    if out.last == .blank { out.removeLast() }
    return out
  }

  /// The name of a tag, with `/` in front where it closes.
  static func name(of tag: String) -> String {
    let name = tag.utf8.dropFirst().prefix { $0 != 0x20 && $0 != 0x3E }
    let isClosed = name.count > 1 && name.last == UInt8(ascii: "/")
    return String(Substring(isClosed ? name.dropLast() : name))
  }

  private static let blocks: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "table",
    "thead", "tbody", "tr", "td", "th", "div", "section", "dl", "dt", "dd", "br", "figure", "aside",
    "input",
  ]

  private static func isBlock(_ tag: String) -> Bool {
    let name = name(of: tag)
    let isEnd = name.utf8.first == UInt8(ascii: "/")
    return blocks.contains(isEnd ? String(Substring(name.utf8.dropFirst())) : name)
      || name.utf8.starts(with: "!--".utf8)
  }
}

extension RenderedPage.Token {
  /// The text as it is told of.
  var shown: String {
    switch self {
    case .tag(let text), .word(let text): text
    case .blank: " "
    case .codeLine(let text): text + "\n"
    }
  }

  /// The name of a tag, with `/` in front where it closes; nil for what is no tag.
  var tagName: String? {
    if case .tag(let tag) = self { RenderedPage.name(of: tag) } else { nil }
  }
}

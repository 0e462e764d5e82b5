extension FixDifference {
  typealias Token = RenderedPage.Token

  /// The pieces of a page without what this is about.
  func removed(from tokens: [Token]) -> [Token] {
    switch self {
    case .looseness: Self.withoutParagraphsOfItems(tokens)
    case .joinedLists: Self.without("/ul", before: "ul", tokens)
    case .nesting: tokens.filter { !["ul", "/ul", "ol", "/ol", "/li"].contains(Self.kind($0)) }
    case .numbers: tokens.map { $0.tagName == "ol" ? .tag("<ol>") : $0 }
    case .lineBreaks:
      tokens.map { token in
        if token.tagName == "br" { return .blank }
        guard case .codeLine(let line) = token else { return token }
        return .codeLine(Self.trimmed(line))
      }
    case .codeEnd: Self.withoutBlankEnds(tokens)
    case .tabs:
      tokens.map { token in
        guard case .codeLine(let line) = token else { return token }
        return .codeLine(line.split { $0 == " " || $0 == "\t" }.joined(separator: " "))
      }
    case .prompts:
      tokens.map { token in
        guard case .codeLine(let line) = token else { return token }
        let text = line.drop { $0 == " " || $0 == "\t" }
        guard text.hasPrefix("$") else { return token }
        let indent = line.prefix(line.count - text.count)
        return .codeLine(
          String(indent) + String(text.dropFirst().drop { $0 == " " || $0 == "\t" }))
      }
    case .headingEnd: Self.withoutHeadingEnds(tokens)
    case .hashLines: Self.withoutHashes(tokens)
    case .emphasis: Self.withoutEmphasis(tokens)
    case .codeSpanEnds: Self.withoutBlanks(tokens, atEndsOf: "code")
    case .linkEnds: Self.withoutBlanks(tokens, atEndsOf: "a")
    case .bareAddresses: Self.withoutOwnLinks(tokens)
    case .reversedLinks: Self.withLinksReversed(tokens)
    case .emptyQuotes: Self.without("blockquote", before: "/blockquote", tokens)
    case .letterCase:
      tokens.map { token in
        switch token {
        case .word(let text): .word(text.lowercased())
        case .codeLine(let text): .codeLine(text.lowercased())
        default: token
        }
      }
    case .destinations:
      tokens.map { token in
        guard case .tag(let tag) = token, ["a", "img"].contains(token.tagName) else { return token }
        return .tag(Self.withoutDestination(tag))
      }
    case .fragments:
      tokens.map { token in
        guard case .tag(let tag) = token, tag.hasPrefix("<a href=\"#") else { return token }
        return .tag("<a>")
      }
    }
  }

  private static func kind(_ token: Token) -> String { token.tagName ?? "" }

  private static func withoutBlankEnds(_ tokens: [Token]) -> [Token] {
    var out: [Token] = []
    for token in tokens {
      if case .codeLine = token {
      } else {
        while case .codeLine(let line)? = out.last, trimmed(line).isEmpty { out.removeLast() }
      }
      out.append(token)
    }
    return out
  }

  private static func trimmed(_ line: String) -> String {
    String(decoding: line.utf8.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
  }

  private static let voids: Set<String> = ["br", "hr", "img", "input", "wbr", "meta", "link"]

  /// Drops the paragraphs that are right in items.
  private static func withoutParagraphsOfItems(_ tokens: [Token]) -> [Token] {
    var open: [String] = []
    // How many of a name are open: what nothing opened is not looked for.
    var count: [String: Int] = [:]
    var out: [Token] = []
    for token in tokens {
      guard let name = token.tagName, !name.hasPrefix("!"), !voids.contains(name) else {
        out.append(token)
        continue
      }
      if name.hasPrefix("/") {
        let isDropped = name == "/p" && open.last == "p" && open.dropLast().last == "li"
        let opener = String(name.dropFirst())
        while count[opener, default: 0] > 0, let last = open.popLast() {
          count[last, default: 0] -= 1
          if last == opener { break }
        }
        if isDropped { continue }
      } else {
        let isDropped = name == "p" && open.last == "li"
        open.append(name)
        count[name, default: 0] += 1
        if isDropped { continue }
      }
      out.append(token)
    }
    return out
  }

  /// Drops tags that stand right behind one another.
  private static func without(
    _ first: String, before second: String, _ tokens: [Token]
  ) -> [Token] {
    var out: [Token] = []
    for token in tokens {
      if token.tagName == second, out.last?.tagName == first {
        out.removeLast()
      } else {
        out.append(token)
      }
    }
    return out
  }

  private static func isHeading(_ name: String?) -> Bool {
    guard let name, name.utf8.count == 2, name.utf8.first == UInt8(ascii: "h"),
      let level = name.utf8.last
    else { return false }
    return level >= UInt8(ascii: "1") && level <= UInt8(ascii: "6")
  }

  /// Whether a heading's end may be taken away: which characters those are is an option.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .connectorPunctuation, .mathSymbol, .otherSymbol:
      true
    default: false
    }
  }

  /// How many pieces in front of the end of a heading are looked at.
  private static let longestEnd = 24

  private static func withoutHeadingEnds(_ tokens: [Token]) -> [Token] {
    var out = tokens
    for (index, token) in tokens.enumerated() {
      guard let name = token.tagName, name.hasPrefix("/"), isHeading(String(name.dropFirst()))
      else {
        continue
      }
      // The mark may stand in front of tags that close, and behind blanks.
      let first = max(0, index - longestEnd)
      var last = index - 1
      while last >= first, tokens[last].tagName?.hasPrefix("/") == true { last -= 1 }
      while last >= first {
        if out[last].tagName?.hasPrefix("/") == true {
          last -= 1
          continue
        }
        if out[last] == .blank {
          out[last] = .word("")
          last -= 1
          continue
        }
        guard case .word(let word) = out[last] else { break }
        let kept = word.unicodeScalars.reversed().drop(while: isMark)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: kept.reversed())
        out[last] = .word(String(text))
        if !text.isEmpty { break }
        last -= 1
      }
    }
    return out
  }

  /// Drops what a heading ends: the paragraph, the item or the quote that its line stood in.
  private static func withoutHashes(_ tokens: [Token]) -> [Token] {
    // Out of a footnote it comes to another place in the page.
    if tokens.contains(where: { $0.tagName == "section" }) {
      let text = tokens.compactMap { token in
        if case .word(let word) = token { word.utf8.filter { $0 != 0x23 } } else { nil }
      }
      return [.word(String(decoding: text.joined().sorted(), as: UTF8.self))]
    }
    return tokens.compactMap { token in
      if case .word(let word) = token {
        return .word(String(decoding: word.utf8.filter { $0 != 0x23 && $0 != 0x5C }, as: UTF8.self))
      }
      guard let name = token.tagName else { return token == .blank ? nil : token }
      let open = name.hasPrefix("/") ? String(name.dropFirst()) : name
      let ended = ["p", "br", "blockquote", "ul", "ol", "li"]
      return ended.contains(open) || isHeading(open) ? nil : token
    }
  }

  private static func withoutEmphasis(_ tokens: [Token]) -> [Token] {
    tokens.compactMap { token in
      switch token {
      case .word(let word):
        .word(String(decoding: word.utf8.filter { $0 != 0x2A && $0 != 0x5F }, as: UTF8.self))
      case .blank: nil
      case .tag where ["em", "/em", "strong", "/strong"].contains(token.tagName): nil
      default: token
      }
    }
  }

  private static func withoutBlanks(_ tokens: [Token], atEndsOf name: String) -> [Token] {
    tokens.enumerated().filter { index, token in
      guard token == .blank else { return true }
      return tokens[max(0, index - 1)].tagName != name
        && tokens[min(index + 1, tokens.count - 1)].tagName != "/" + name
    }.map(\.element)
  }

  /// Drops the tags of links whose text is their address.
  private static func withoutOwnLinks(_ tokens: [Token]) -> [Token] {
    var out: [Token] = []
    var isOwn = false
    for (index, token) in tokens.enumerated() {
      if case .tag(let tag) = token, tag.hasPrefix("<a href=\""), index + 2 < tokens.count,
        case .word(let text) = tokens[index + 1], tokens[index + 2].tagName == "/a"
      {
        let address = tag.dropFirst(9).prefix { $0 != "\"" }
        let written = decoded(String(address))
        let shown = decoded(text)
        isOwn =
          written.utf8.contains(0x3A)
          && ["", "http://", "mailto:"].contains { $0 + shown == written }
        if isOwn { continue }
      }
      if isOwn, token.tagName == "/a" {
        isOwn = false
        continue
      }
      out.append(token)
    }
    return out
  }

  private static func withoutDestination(_ tag: String) -> String {
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    var out = ""
    for (index, part) in parts.enumerated() {
      let isDestination =
        index > 0
        && [" href=", "<a href=", " src=", "<img src="]
          .contains { parts[index - 1].hasSuffix($0) }
      if !isDestination { out += part + "\"" }
    }
    return out
  }

  /// Writes links as their text and their address, and drops all brackets.
  private static func withLinksReversed(_ tokens: [Token]) -> [Token] {
    var open: [String] = []
    return tokens.compactMap { token in
      switch token {
      case .tag(let tag) where token.tagName == "a":
        open.append(String(tag.split(separator: "\"").dropFirst().first ?? ""))
        return nil
      case .tag where token.tagName == "/a":
        return open.popLast().map { .word(withoutBrackets(decoded($0))) }
      case .word(let word): return .word(withoutBrackets(decoded(word)))
      default: return token
      }
    }
  }

  private static func withoutBrackets(_ text: String) -> String {
    String(decoding: text.utf8.filter { !"()[]<>\\".utf8.contains($0) }, as: UTF8.self)
  }

  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E), (Array("&quot;".utf8), 0x22),
    (Array("&amp;".utf8), 0x26),
  ]

  /// An address without its percent signs, and without what HTML writes otherwise.
  private static func decoded(_ text: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x26,
        let entity = entities.first(where: { bytes[at...].starts(with: $0.name) })
      {
        out.append(entity.byte)
        at += entity.name.count
        continue
      }
      if bytes[at] == 0x25, at + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[at + 1...at + 2], as: UTF8.self), radix: 16)
      {
        out.append(byte)
        at += 3
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

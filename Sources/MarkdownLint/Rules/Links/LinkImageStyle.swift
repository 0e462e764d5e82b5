import Markdown
import SourceCore

/// Flags links and images written in a way that the settings exclude.
struct LinkImageStyle: MarkdownRule {
  static let info = RuleInfo(
    id: "markdown/link-image-style", alias: "MD054",
    summary: "A link or an image is written in a way that is not used here.",
    why: "One way of writing links makes sources easier to read, to check and to translate.",
    severity: .warning, source: "markdownlint MD054", isOnByDefault: false,
    tags: ["images", "links"])
  static let options = [
    RuleOption("autolink", .flag(default: true), "whether `<address>` may be used"),
    RuleOption("collapsed", .flag(default: true), "whether `[label][]` may be used"),
    RuleOption("full", .flag(default: true), "whether `[text][label]` may be used"),
    RuleOption("inline", .flag(default: true), "whether `[text](address)` may be used"),
    RuleOption("shortcut", .flag(default: true), "whether `[label]` may be used"),
    RuleOption(
      "url_inline", .flag(default: true), "whether `[address](address)` may be used"),
  ]
  static let examples: [Example] = [
    .good("<https://example.org/>, [a](a.md), [b][c], [c][], [c]\n\n[c]: c.md\n"),
    .good("[a](a.md)\n", options: ["autolink": .flag(false), "full": .flag(false)]),
    .good("[text](https://example.org/)\n", options: ["url_inline": .flag(false)]),
    .bad(
      "⟦<https://example.org/>⟧\n", fixed: "[https://example.org/](https://example.org/)\n",
      options: ["autolink": .flag(false)]),
    .bad(
      "⟦[été][c]⟧ ⟦![c]⟧\n\n[c]: c.md \"C\"\n",
      fixed: "[été](c.md \"C\") ![c](c.md \"C\")\n\n[c]: c.md \"C\"\n",
      options: ["full": .flag(false), "shortcut": .flag(false)]),
    .bad(
      "⟦[https://example.org/](https://example.org/)⟧\n", fixed: "<https://example.org/>\n",
      options: ["url_inline": .flag(false)]),
    .bad("⟦[a](a.md)⟧\n", options: ["inline": .flag(false)]),
  ]

  private let autolink: Bool
  private let collapsed: Bool
  private let full: Bool
  private let inline: Bool
  private let shortcut: Bool
  private let urlInline: Bool

  init(_ options: RuleOptionValues) {
    autolink = options.flag("autolink")
    collapsed = options.flag("collapsed")
    full = options.flag("full")
    inline = options.flag("inline")
    shortcut = options.flag("shortcut")
    urlInline = options.flag("url_inline")
  }

  /// What is known of a link that is to be written otherwise.
  private struct Link {
    let range: ByteRange
    let isImage: Bool
    let label: ByteRange
    let destination: ByteRange
    var title: String?
    var isAddress = false
  }

  func check(_ page: MarkdownPage, report: (Finding) -> Void) {
    if autolink && inline && full && collapsed && shortcut && urlInline { return }
    let document = page.document
    if !autolink {
      for node in page.nodes(.autolink) {
        let range = document.range(node)
        guard page.source[range.start] == UInt8(ascii: "<"),
          let destination = document.destinationRange(node)
        else { continue }
        var link = Link(
          range: range, isImage: false, label: destination, destination: destination)
        link.isAddress =
          document.destination(node).utf8.count != destination.count
          && page.source[destination.indices].contains(UInt8(ascii: "@"))
        report(finding("an address in angle brackets", link, page))
      }
    }
    for node in page.nodes(.link, .image) {
      guard let (way, link) = link(node, page) else { continue }
      report(finding(way, link, page))
    }
  }

  /// A link that is not written as it may be, and the way it is written.
  private func link(_ node: NodeID, _ page: MarkdownPage) -> (String, Link)? {
    let document = page.document
    let isImage = document.kind(node) == .image
    let parts = LinkParts(node, in: document)
    let title = document.title(node)
    if let destination = document.destinationRange(node) {
      guard !destination.isEmpty else { return nil }
      let link = Link(
        range: document.range(node), isImage: isImage, label: parts.text,
        destination: destination, title: title)
      if !inline { return ("inline", link) }
      let isOwnText =
        !urlInline && autolink && !isImage && (title ?? "").isEmpty
        && page.source[parts.text.indices].elementsEqual(page.source[destination.indices])
      return isOwnText && isAutolinkable(destination, page)
        ? ("with its address as text", link) : nil
    }
    guard let definition = document.definition(node),
      let destination = document.destinationRange(definition), !destination.isEmpty,
      page.source[destination.start - 1] != UInt8(ascii: "<"), page.isPlainLabel(parts.label)
    else { return nil }
    let link = Link(
      range: document.range(node), isImage: isImage, label: parts.text, destination: destination,
      title: title)
    switch parts.form {
    case .full: return full ? nil : ("with a label behind its text", link)
    case .collapsed: return collapsed ? nil : ("with empty brackets behind its label", link)
    default: return shortcut ? nil : ("by its label alone", link)
    }
  }

  private func finding(_ way: String, _ link: Link, _ page: MarkdownPage) -> Finding {
    let kind = link.isImage ? "image" : "link"
    let text = MarkdownPage.code(page.text(link.range))
    return Finding(
      link.range,
      way.hasPrefix("an")
        ? "the link `\(text)` is \(way)" : "the \(kind) `\(text)` is written \(way)",
      help: "write it in one of the ways that are used here", fix: fix(link, page))
  }

  private func fix(_ link: Link, _ page: MarkdownPage) -> Fix? {
    guard
      page.lines.line(at: link.range.start) == page.lines.line(at: max(0, link.range.end - 1))
    else { return nil }
    let canAutolink = autolink && !link.isImage && isAutolinkable(link.destination, page)
    let label = page.text(link.label)
    let destination = page.text(link.destination)
    if inline, !label.isEmpty, urlInline || !canAutolink {
      guard let text = inlined(link, label, destination) else { return nil }
      return Fix(
        title: "write it inline", replacing: link.range, with: text, applicability: .safe)
    }
    guard canAutolink else { return nil }
    // A text that is not the address is lost: that is for a person to decide.
    let isLossy = label != destination || link.title != nil
    return Fix(
      title: "write it in angle brackets", replacing: link.range,
      with: "<\(Self.unescaped(destination))>", applicability: isLossy ? .suggestion : .safe)
  }

  /// The link as `[text](destination "title")`; nil where that would mean something else.
  private func inlined(_ link: Link, _ label: String, _ destination: String) -> String? {
    let isAutolink = link.label == link.destination
    for byte in label.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "]"): return nil
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"),
        UInt8(ascii: "\\"):
        if isAutolink { return nil }
      default: break
      }
    }
    let hasParentheses = destination.utf8.contains {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")")
    }
    if hasParentheses, destination.utf8.contains(UInt8(ascii: "\\")) { return nil }
    var target = link.isAddress ? "mailto:" : ""
    for scalar in destination.unicodeScalars {
      if scalar == "(" || scalar == ")" { target.unicodeScalars.append("\\") }
      target.unicodeScalars.append(scalar)
    }
    if let title = link.title, !title.isEmpty {
      let isPlain = title.utf8.allSatisfy {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "&")
          && $0 != 0x0A && $0 != 0x0D
      }
      guard isPlain else { return nil }
      target += " \"\(title)\""
    }
    return "\(link.isImage ? "!" : "")[\(label)](\(target))"
  }

  // MARK: Addresses

  /// Whether a destination is an absolute address that may stand in angle brackets.
  private func isAutolinkable(_ range: ByteRange, _ page: MarkdownPage) -> Bool {
    let bytes = page.source[range.indices]
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon - range.start >= 2,
      colon - range.start <= 32, let first = bytes.first, Self.isLetter(first)
    else { return false }
    for byte in bytes where byte == 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
      return false
    }
    for byte in bytes[..<colon]
    where !Self.isLetter(byte) && !(byte >= 0x30 && byte <= 0x39) && byte != UInt8(ascii: "+")
      && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "-")
    {
      return false
    }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    guard ["http", "https", "ftp", "ws", "wss"].contains(scheme) else { return true }
    // These need a host.
    let rest = bytes[(colon + 1)...].drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let host = rest.prefix { byte in
      byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
    }
    return !host.isEmpty && !host.contains(UInt8(ascii: "|")) && !host.contains(UInt8(ascii: "^"))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }

  private static func unescaped(_ text: String) -> String {
    var out: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        let isPunctuation =
          byte >= 0x21 && byte <= 0x2F || byte >= 0x3A && byte <= 0x40
          || byte >= 0x5B && byte <= 0x60 || byte >= 0x7B && byte <= 0x7E
        if !isPunctuation { out.append(UInt8(ascii: "\\")) }
        out.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        out.append(byte)
      }
    }
    if isEscaped { out.append(UInt8(ascii: "\\")) }
    return String(decoding: out, as: UTF8.self)
  }
}

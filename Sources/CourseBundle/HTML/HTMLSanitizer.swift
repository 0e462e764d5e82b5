import Markdown
import SourceCore

/// Writes raw HTML of a lesson again from what it allows, so that nothing else can be in it.
///
/// Opening tags that are never closed are closed where the Markdown around them ends, and closing
/// tags without an opening one are dropped, so that raw HTML never breaks the page around it.
struct HTMLSanitizer {
  /// What links, images and media of the page become.
  let links: PageLinks
  /// Open elements, innermost last.
  private var names: [String] = []
  /// How many of them were open when each open Markdown node began; only what is opened in a node
  /// is closed in it.
  private var starts: [Int] = []
  private var start: Int { starts.last ?? 0 }
  /// The innermost of those that the innermost node opened.
  private var top: String? { names.count > start ? names.last : nil }
  /// Open links, Markdown's among them: a link in a link ends the outer one.
  private var openLinks = 0
  /// What names `details` that have no summary of their own.
  var summary = "…"
  /// Whether `details` were opened just now, so that their summary must come next.
  private var needsSummary = false

  /// Elements nested deeper are dropped; browsers stop at 512.
  private static let deepest = 100

  init(links: PageLinks) { self.links = links }

  /// Whether a link is open, so that no other may start.
  var isInsideLink: Bool { openLinks > 0 }

  /// Notes that a Markdown node opens.
  mutating func enter(isLink: Bool = false) {
    starts.append(names.count)
    if isLink { openLinks += 1 }
  }

  /// Closes what is still open in a Markdown node that ends.
  mutating func leave(isLink: Bool = false, to out: inout HTMLWriter) {
    close(downTo: start, &out)
    starts.removeLast()
    if isLink { openLinks -= 1 }
  }

  /// Closes what cannot hold the Markdown block that comes next.
  mutating func beginMarkdownBlock(to out: inout HTMLWriter) {
    writeSummary(&out)
    while let top, !Self.holdsBlocks(top) { closeTop(&out) }
  }

  /// Writes what is allowed of `html`.
  mutating func append(
    _ html: [UInt8], isInline: Bool, ids: inout PageIDs, to out: inout HTMLWriter
  ) {
    var tokens = HTMLTokens(html)
    while let token = tokens.next() {
      switch token {
      case .text(let bytes):
        if !bytes.allSatisfy({ $0 <= 0x20 }) { writeSummary(&out) }
        Self.append(text: bytes, to: &out)
      case .close(let name): close(name, &out)
      case .open(let name, let attributes, _):
        if AllowedHTML.droppedWithContent.contains(name) {
          if name == "iframe" { link(attributes, &out) }
          tokens.skipContent(of: name)
        } else {
          open(name, attributes, isInline: isInline, &ids, &out)
        }
      }
    }
  }

  // MARK: Elements

  private mutating func open(
    _ name: String, _ attributes: [HTMLToken.Attribute], isInline: Bool, _ ids: inout PageIDs,
    _ out: inout HTMLWriter
  ) {
    guard let element = AllowedHTML.elements[name], names.count - start < Self.deepest else {
      return
    }
    let isPhrasing =
      element.category == .phrasing || ["br", "img", "source", "track"].contains(name)
    if isInline && !isPhrasing { return }
    if !element.parents.isEmpty {
      guard makeRoom(in: element.parents, &out) else { return }
    } else if let top, Self.isTableFrame(top) {
      return
    } else if !isPhrasing {
      while let top, Self.isClosedByBlock(top) { closeTop(&out) }
    }
    if name == "a" && isInsideLink { return }
    if name == "img" { return image(attributes, &out) }
    if name == "audio" || name == "video", replaceRemoteMedia(attributes, &out) { return }
    if name == "source" || name == "track" {
      // Without a file they are nothing.
      let source = attributes.first { $0.name == "src" }.map { AttributeText.decode($0.value) }
      if source.flatMap(links.media) == nil { return }
    }
    if name != "summary" { writeSummary(&out) }
    needsSummary = name == "details"
    out.raw("<\(name)".utf8)
    write(attributes, of: name, element, &ids, &out)
    out.raw(">".utf8)
    guard element.category != .void else { return }
    if name == "a" { openLinks += 1 }
    names.append(name)
  }

  private mutating func close(_ name: String, _ out: inout HTMLWriter) {
    guard let index = names[start...].lastIndex(of: name) else { return }
    close(downTo: index, &out)
  }

  private mutating func close(downTo count: Int, _ out: inout HTMLWriter) {
    while names.count > count { closeTop(&out) }
  }

  private mutating func closeTop(_ out: inout HTMLWriter) {
    guard names.count > start, let name = names.popLast() else { return }
    writeSummary(&out)
    if name == "a" { openLinks -= 1 }
    out.close(name)
  }

  private mutating func writeSummary(_ out: inout HTMLWriter) {
    if !needsSummary { return }
    needsSummary = false
    out.element("summary", text: summary)
  }

  /// Closes what may be closed by itself until one of `parents` is innermost; false where none is
  /// near enough.
  private mutating func makeRoom(in parents: Set<String>, _ out: inout HTMLWriter) -> Bool {
    let open = names[start...]
    guard let index = open.lastIndex(where: parents.contains),
      open[(index + 1)...].allSatisfy({ Self.isClosedByBlock($0) || Self.endsByItself($0) })
    else { return false }
    close(downTo: index + 1, &out)
    return true
  }

  private static func isClosedByBlock(_ name: String) -> Bool {
    switch AllowedHTML.elements[name]?.category {
    case .phrasing, .textBlock: !["dt", "figcaption", "summary"].contains(name)
    default: false
    }
  }

  private static func endsByItself(_ name: String) -> Bool {
    [
      "caption", "colgroup", "dd", "dt", "figcaption", "li", "summary", "tbody", "td", "tfoot",
      "th", "thead", "tr",
    ].contains(name)
  }

  private static func isTableFrame(_ name: String) -> Bool {
    ["colgroup", "table", "tbody", "tfoot", "thead", "tr"].contains(name)
  }

  private static func holdsBlocks(_ name: String) -> Bool {
    name == "td" || name == "th"
      || (AllowedHTML.elements[name]?.category == .container && !["dl", "ol", "ul"].contains(name))
  }

  // MARK: Attributes

  private func write(
    _ attributes: [HTMLToken.Attribute], of name: String, _ element: AllowedHTML.Element,
    _ ids: inout PageIDs, _ out: inout HTMLWriter
  ) {
    var hasID = false
    for attribute in attributes {
      var key = attribute.name
      guard element.attributes.contains(key) || AllowedHTML.globalAttributes.contains(key) else {
        continue
      }
      // Anchors of the old kind.
      if name == "a", key == "name" { key = "id" }
      if key == "id", hasID { continue }
      guard let value = value(of: key, AttributeText.decode(attribute.value), in: name, &ids) else {
        continue
      }
      if key == "id" { hasID = true }
      out.attribute(key, value)
    }
    if name == "audio" || name == "video" { out.attribute("controls", "") }
  }

  /// The value that is written; nil where the attribute is dropped.
  private func value(
    of key: String, _ value: String, in name: String, _ ids: inout PageIDs
  ) -> String? {
    if AllowedHTML.numberAttributes.contains(key) { return Self.number(value, key) }
    switch key {
    case "href": return links.href(value)
    case "src", "poster": return links.media(value)
    case "cite": return URLText.external(value)
    case "id": return ids.claim(value)
    case "lang", "srclang": return LanguageCode.valid(value)
    case "datetime": return Self.isDate(value) ? value : nil
    case "dir": return ["auto", "ltr", "rtl"].first { $0 == asciiLowercased(value) }
    case "aria-hidden": return value == "true" ? value : nil
    case "scope": return ["col", "colgroup", "row", "rowgroup"].first { $0 == value }
    case "kind": return ["captions", "chapters", "descriptions", "subtitles"].first { $0 == value }
    case "type": return Self.isWord(value, also: "/.+-") ? value : nil
    case "loop", "open", "reversed": return ""
    default: return value
    }
  }

  private static func number(_ value: String, _ key: String) -> String? {
    let digits = value.hasSuffix("px") ? value.dropLast(2) : value[...]
    guard let number = Int(digits), (key == "start" || key == "value" ? -9999 : 1)...9999 ~= number
    else { return nil }
    return String(number)
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [4, 2, 2]
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      && (1...12).contains(Int(parts[1]) ?? 0) && (1...28).contains(min(Int(parts[2]) ?? 0, 28))
  }

  private static func isWord(_ text: String, also others: String) -> Bool {
    !text.isEmpty && text.utf8.count < 80
      && text.utf8.allSatisfy { byte in
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
          || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || others.utf8.contains(byte)
      }
  }

  // MARK: What is replaced

  private func image(_ attributes: [HTMLToken.Attribute], _ out: inout HTMLWriter) {
    func value(_ name: String) -> String? {
      attributes.first { $0.name == name }.map { AttributeText.decode($0.value) }
    }
    Picture(
      destination: value("src") ?? "", alternative: value("alt") ?? "", title: value("title"),
      width: value("width"), height: value("height")
    ).write(links: links, isInsideLink: isInsideLink, to: &out)
  }

  /// A film on another server is left as a link to it, as a frame is.
  private func replaceRemoteMedia(
    _ attributes: [HTMLToken.Attribute], _ out: inout HTMLWriter
  ) -> Bool {
    guard let source = attributes.first(where: { $0.name == "src" }),
      URLText.external(AttributeText.decode(source.value)) != nil
    else { return false }
    link(attributes, &out)
    return true
  }

  private func link(_ attributes: [HTMLToken.Attribute], _ out: inout HTMLWriter) {
    guard let source = attributes.first(where: { $0.name == "src" }),
      let url = URLText.external(AttributeText.decode(source.value))
    else { return }
    let title = attributes.first { $0.name == "title" }.map { AttributeText.decode($0.value) } ?? ""
    if isInsideLink { return out.text(title) }
    out.element("a", ["href": url], text: title.isEmpty ? url : title)
  }

  /// Text with its entities as they are, and all else escaped.
  private static func append(text bytes: [UInt8], to out: inout HTMLWriter) {
    out.text(AttributeText.decode(String(decoding: bytes, as: UTF8.self)))
  }
}

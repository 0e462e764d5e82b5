import CourseModel
import Markdown
import SourceCore

extension PageRenderer {
  /// Writes an inline, or what opens it.
  mutating func enterInline(_ node: NodeID, _ kind: NodeKind) -> Ending? {
    switch kind {
    case .text:
      html.text(document.source, document.range(node).indices)
      return nil
    case .escape, .entity:
      literal(node)
      return nil
    case .softBreak:
      html.literal("\n")
      return nil
    case .hardBreak:
      html.literal("<br>\n")
      return nil
    case .codeSpan:
      html.literal("<code>")
      literal(node)
      html.literal("</code>")
      return nil
    case .emphasis: return opened("<em>", "</em>")
    case .strong: return opened("<strong>", "</strong>")
    case .strikethrough: return opened("<del>", "</del>")
    case .span: return span(node)
    case .link: return link(node)
    case .autolink:
      autolink(node)
      return nil
    case .image:
      if !skippedImages.contains(node) {
        picture(node).write(links: raw.links, isInsideLink: raw.isInsideLink, to: &html)
      }
      return nil
    case .math:
      html.element("code", ["class": "math", "translate": "no"], text: document.literal(node))
      return nil
    case .role, .citation:
      html.element("span", ["class": "\(kind)"], text: shownText(node, kind))
      return nil
    case .template: return nil
    case .htmlInline:
      raw.append(Array(document.literal(node).utf8), isInline: true, ids: &ids, to: &html)
      return nil
    case .footnoteReference:
      footnote(node)
      return nil
    default: return .nothing
    }
  }

  /// Writes a node's literal content as text.
  mutating func literal(_ node: NodeID) {
    let bytes = document.literalBytes(node)
    html.text(bytes, bytes.indices)
  }

  private mutating func opened(_ start: StaticString, _ end: StaticString) -> Ending {
    html.literal(start)
    return .tags(end, endsLine: false)
  }

  private mutating func span(_ node: NodeID) -> Ending {
    let attributes = document.attributes(node)
    let language = LanguageCode.valid(attributes?.pairs.first { $0.key == "lang" }?.value)
    let id = attributes?.id.flatMap { ids.claim($0) }
    html.open("span", ["id": id, "lang": language])
    return .tags("</span>", endsLine: false)
  }

  private mutating func link(_ node: NodeID) -> Ending {
    guard !raw.isInsideLink, let href = href(of: node) else { return .nothing }
    html.literal("<a")
    html.attribute("href", href)
    if let id = document.attributes(node)?.id.flatMap({ ids.claim($0) }) {
      html.attribute("id", id)
    }
    if let title = document.title(node) { html.attribute("title", title) }
    html.literal(">")
    return .link
  }

  private mutating func href(of link: NodeID) -> String? {
    if let heading = document.namedHeading(link) {
      return lesson.anchor(of: heading).flatMap { raw.links.href(ofPlace: $0) }
    }
    return href(document.destination(link))
  }

  /// The link to write; pages often lead to the same place several times.
  private mutating func href(_ destination: String) -> String? {
    let written = Array(destination.utf8)
    if let known = hrefs[written] { return known }
    let href = raw.links.href(destination)
    hrefs[written] = .some(href)
    return href
  }

  private mutating func autolink(_ node: NodeID) {
    let text = document.literal(node)
    guard !raw.isInsideLink, let href = URLText.external(document.destination(node)) else {
      return html.text(text)
    }
    html.element("a", ["href": href], text: text)
  }

  private mutating func footnote(_ node: NodeID) {
    guard let definition = document.definition(node) else {
      return html.text(document.plainText(node))
    }
    let (number, use) = footnotes.refer(to: definition)
    let name = use == 1 ? "\(number)" : "\(number)-\(use)"
    html.element("sup", ["class": "footnote"]) { html in
      html.element(
        "a",
        [
          "href": "#\(PageIDs.prefix)note-\(number)", "id": "\(PageIDs.prefix)noteref-\(name)",
          "role": "doc-noteref",
        ], text: "\(number)")
    }
  }

  // MARK: Images

  /// What a figure's caption is made of.
  enum Caption {
    case none, brackets
    case title(String)
  }

  /// The image that is all of a paragraph and has a caption.
  func loneImage(_ paragraph: NodeID) -> NodeID? {
    let first = NodeID(Int(paragraph.index) + 1)
    guard first < document.end(paragraph), document.kind(first) == .image,
      document.end(first) == document.end(paragraph)
    else { return nil }
    if case .none = caption(of: first) { return nil }
    return first
  }

  /// As in the Workbench: where `alt` gives the alternative text, the brackets hold the caption.
  func caption(of image: NodeID) -> Caption {
    let hasText = !document.plainText(image).utf8.allSatisfy { $0 <= 0x20 }
    if writtenAlternative(image) != nil, hasText { return .brackets }
    if let title = document.title(image), !title.isEmpty { return .title(title) }
    return .none
  }

  private func writtenAlternative(_ image: NodeID) -> String? {
    document.attributes(image)?.pairs.first { $0.key == "alt" || $0.key == "fig-alt" }?.value
  }

  /// The image as it is written; its title is left out where that is the caption.
  func picture(_ node: NodeID) -> Picture {
    let pairs = document.attributes(node)?.pairs ?? []
    var title = document.title(node)
    if case .title = caption(of: node), isAlone(node) { title = nil }
    return Picture(
      destination: document.destination(node),
      alternative: writtenAlternative(node) ?? document.plainText(node), title: title,
      width: pairs.first { $0.key == "width" }?.value,
      height: pairs.first { $0.key == "height" }?.value)
  }

  private func isAlone(_ image: NodeID) -> Bool {
    document.parent(image).map { document.kind($0) == .paragraph && loneImage($0) == image }
      ?? false
  }
}

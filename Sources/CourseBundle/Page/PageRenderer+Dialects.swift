import Markdown
import SourceCore

extension PageRenderer {
  /// Writes a block of a dialect so that its content is there to read.
  mutating func dialectBlock(_ node: NodeID, _ kind: NodeKind) -> Ending? {
    switch kind {
    case .directive: return directive(node)
    case .mathBlock:
      let id = anchorID(document.label(node) ?? document.attributes(node)?.id)
      html.open("figure", ["class": "code math", "id": id])
      html.element("figcaption", text: "LaTeX")
      html.open("pre", ["tabindex": "0", "dir": "ltr", "translate": "no"])
      html.element("code", text: document.literal(node))
      html.literal("</pre></figure>\n")
      return nil
    case .target:
      html.element("span", ["id": anchorID(document.label(node))], text: "")
      html.newline()
      return nil
    case .definitionList: return tagged("<dl>", "</dl>")
    case .definitionTerm: return tagged("<dt>", "</dt>")
    default: return tagged("<dd>", "</dd>")
    }
  }

  /// What a reader sees of a role: its text, without the target that may follow in `<…>`.
  func shownText(_ node: NodeID, _ kind: NodeKind) -> String {
    guard kind == .role, let content = document.role(node)?.content else {
      return document.literal(node)
    }
    guard content.utf8.last == UInt8(ascii: ">"),
      let open = content.utf8.lastIndex(of: UInt8(ascii: "<")), open > content.startIndex
    else { return content }
    return String(content[..<open])
  }

  private mutating func directive(_ node: NodeID) -> Ending? {
    guard let directive = document.directive(node) else { return nil }
    let id = anchorID(directive["name"] ?? directive["label"])
    if directive.name == "image" || directive.name == "figure" {
      html.open("figure", ["id": id])
      Picture(
        destination: directive.arguments, alternative: directive["alt"] ?? "", title: nil,
        width: directive["width"], height: directive["height"]
      ).write(links: raw.links, isInsideLink: raw.isInsideLink, to: &html)
      if document.end(node) == NodeID(Int(node.index) + 1) {
        html.close("figure")
        html.newline()
        return nil
      }
      html.open("figcaption")
      return .tags("</figcaption></figure>", endsLine: true)
    }
    if directive.isLiteral {
      html.open("pre", ["id": id, "tabindex": "0", "dir": "ltr", "translate": "no"])
      html.element("code", text: document.literal(node))
      html.close("pre")
      html.newline()
      return nil
    }
    html.open("div", ["class": "box", "id": id])
    html.newline()
    if !directive.arguments.isEmpty { html.element("p", text: directive.arguments) }
    return .tags("</div>", endsLine: true)
  }

  private mutating func anchorID(_ label: String?) -> String? { label.flatMap { ids.claim($0) } }

  private mutating func tagged(_ start: StaticString, _ end: StaticString) -> Ending {
    html.literal(start)
    return .tags(end, endsLine: true)
  }
}

import SourceCore

extension HTMLRenderer {
  /// Writes a node's opening as the specification has it; false where nothing is left to write.
  mutating func openStandard(
    _ node: NodeID, _ kind: NodeKind, _ document: Document, _ out: inout [UInt8]
  ) -> Bool {
    switch kind {
    case .text: appendText(document.source[document.range(node).indices], &out)
    case .escape:
      HTML.appendEscaped(CollectionOfOne(document.source[document.range(node).end - 1]), to: &out)
    case .entity: appendEscapedLiteral(node, document, &out)
    case .softBreak: out.append(UInt8(ascii: "\n"))
    case .hardBreak: HTML.append("<br />\n", to: &out)
    case .codeSpan:
      openTag("<code", node, document, &out)
      appendEscapedLiteral(node, document, &out)
      HTML.append("</code>", to: &out)
    case .emphasis: HTML.append("<em>", to: &out)
    case .strong: HTML.append("<strong>", to: &out)
    case .strikethrough: HTML.append("<del>", to: &out)
    case .span: openTag("<span", node, document, &out)
    case .link: openLink(node, document, &out)
    case .image: appendImage(node, document, &out)
    case .autolink: appendAutolink(node, document, &out)
    case .htmlInline: appendRaw(node, document, &out)
    case .footnoteReference: appendReference(node, document, &out)
    default: return openBlock(node, kind, document, &out)
    }
    switch kind {
    case .emphasis, .strong, .strikethrough, .span, .link: return true
    default: return false
    }
  }

  private mutating func openBlock(
    _ node: NodeID, _ kind: NodeKind, _ document: Document, _ out: inout [UInt8]
  ) -> Bool {
    switch kind {
    case .paragraph:
      if isTight(node, document) { return true }
      breakLine(&out)
      openTag("<p", node, document, &out)
    case .heading:
      breakLine(&out)
      HTML.append("<h", to: &out)
      out.append(UInt8(ascii: "0") + UInt8(document.headingLevel(node)))
      openTag("", node, document, &out)
    case .thematicBreak:
      breakLine(&out)
      HTML.append("<hr />\n", to: &out)
      return false
    case .blockQuote:
      breakLine(&out)
      openTag("<blockquote", node, document, &out)
      out.append(UInt8(ascii: "\n"))
    case .div:
      breakLine(&out)
      openTag("<div", node, document, &out)
      out.append(UInt8(ascii: "\n"))
    case .list: openList(node, document, &out)
    case .listItem:
      breakLine(&out)
      openTag("<li", node, document, &out)
      if let task = document.task(node) {
        HTML.append("<input ", to: &out)
        if task.isChecked { HTML.append("checked=\"\" ", to: &out) }
        HTML.append("disabled=\"\" type=\"checkbox\"> ", to: &out)
      }
    case .codeBlock:
      appendCode(node, document, &out)
      return false
    case .htmlBlock:
      breakLine(&out)
      appendRaw(node, document, &out)
      breakLine(&out)
      return false
    case .table:
      breakLine(&out)
      openTag("<table", node, document, &out)
      hasTableBody = false
    case .tableRow:
      breakLine(&out)
      if document.isHeaderRow(node) {
        HTML.append("<thead>\n", to: &out)
      } else if !hasTableBody {
        HTML.append("<tbody>\n", to: &out)
        hasTableBody = true
      }
      openTag("<tr", node, document, &out)
      column = 0
    case .tableCell: openCell(node, document, &out)
    default: return openDialect(node, kind, document, &out) ?? true
    }
    return true
  }

  /// Writes a node's ending as the specification has it.
  mutating func closeStandard(_ node: NodeID, _ document: Document, _ out: inout [UInt8]) {
    switch document.kind(node) {
    case .emphasis: HTML.append("</em>", to: &out)
    case .strong: HTML.append("</strong>", to: &out)
    case .strikethrough: HTML.append("</del>", to: &out)
    case .span: HTML.append("</span>", to: &out)
    case .link:
      if droppedLinks.last == node {
        droppedLinks.removeLast()
      } else {
        HTML.append("</a>", to: &out)
      }
    case .paragraph:
      if isTight(node, document) { return }
      appendLinksBackAfter(node, document, &out)
      HTML.append("</p>\n", to: &out)
    case .heading:
      HTML.append("</h", to: &out)
      out.append(UInt8(ascii: "0") + UInt8(document.headingLevel(node)))
      HTML.append(">\n", to: &out)
    case .blockQuote:
      breakLine(&out)
      HTML.append("</blockquote>\n", to: &out)
    case .div:
      breakLine(&out)
      HTML.append("</div>\n", to: &out)
    case .list:
      let isOrdered = document.list(node)?.isOrdered == true
      HTML.append(isOrdered ? "</ol>\n" : "</ul>\n", to: &out)
    case .listItem: HTML.append("</li>\n", to: &out)
    case .table:
      breakLine(&out)
      if hasTableBody { HTML.append("</tbody>\n", to: &out) }
      HTML.append("</table>\n", to: &out)
    case .tableRow:
      breakLine(&out)
      HTML.append("</tr>", to: &out)
      if document.isHeaderRow(node) { HTML.append("\n</thead>", to: &out) }
    case .tableCell:
      column += 1
      HTML.append(isInHeader(node, document) ? "</th>" : "</td>", to: &out)
    case let kind: closeDialect(kind, &out)
    }
  }

  // MARK: Blocks

  /// Whether a paragraph stands in an item of a tight list, where it has no tags.
  private func isTight(_ node: NodeID, _ document: Document) -> Bool {
    guard let item = document.parent(node) else { return false }
    if document.kind(item) == .definition {
      return document.block(item)?.flags.contains(.loose) == false
    }
    guard document.kind(item) == .listItem, let list = document.parent(item)
    else { return false }
    return document.list(list)?.isTight == true
  }

  private mutating func openTag(
    _ start: StaticString, _ node: NodeID, _ document: Document, _ out: inout [UInt8]
  ) {
    HTML.append(start, to: &out)
    policy.attributes(node, in: document, to: &out)
    out.append(UInt8(ascii: ">"))
  }

  private mutating func openList(_ node: NodeID, _ document: Document, _ out: inout [UInt8]) {
    breakLine(&out)
    guard let list = document.list(node) else { return }
    HTML.append(list.isOrdered ? "<ol" : "<ul", to: &out)
    if list.isOrdered, list.start != 1 { out += " start=\"\(list.start)\"".utf8 }
    openTag("", node, document, &out)
    out.append(UInt8(ascii: "\n"))
  }

  private func isInHeader(_ cell: NodeID, _ document: Document) -> Bool {
    document.parent(cell).map(document.isHeaderRow) == true
  }

  private mutating func openCell(_ node: NodeID, _ document: Document, _ out: inout [UInt8]) {
    breakLine(&out)
    HTML.append(isInHeader(node, document) ? "<th" : "<td", to: &out)
    if let table = document.parent(node).flatMap(document.parent) {
      switch document.alignment(table, column: column) {
      case .left: HTML.append(" align=\"left\"", to: &out)
      case .center: HTML.append(" align=\"center\"", to: &out)
      case .right: HTML.append(" align=\"right\"", to: &out)
      case .none: break
      }
    }
    openTag("", node, document, &out)
  }

  private mutating func appendCode(_ node: NodeID, _ document: Document, _ out: inout [UInt8]) {
    breakLine(&out)
    HTML.append("<pre><code", to: &out)
    let info = document.info(node)
    let language =
      info.isEmpty
      ? document.attributes(node)?.classes.first ?? ""
      : info.utf8.firstIndex(where: Bytes.isWhitespace).map { String(info[..<$0]) } ?? info
    if !language.isEmpty {
      HTML.append(" class=\"language-", to: &out)
      HTML.appendEscaped(language.utf8, to: &out)
      HTML.append("\"", to: &out)
    }
    openTag("", node, document, &out)
    appendEscapedLiteral(node, document, &out)
    HTML.append("</code></pre>\n", to: &out)
  }

  private mutating func appendLinksBackAfter(
    _ paragraph: NodeID, _ document: Document, _ out: inout [UInt8]
  ) {
    guard let parent = document.parent(paragraph), document.kind(parent) == .footnoteDefinition,
      document.end(parent) == document.end(paragraph)
    else { return }
    out.append(UInt8(ascii: " "))
    appendLinksBack(parent, document, &out)
    linkedBack = parent
  }

  // MARK: Inlines

  private func appendText(_ bytes: ArraySlice<UInt8>, _ out: inout [UInt8]) {
    HTML.appendEscaped(bytes, to: &out)
  }

  func appendEscapedLiteral(
    _ node: NodeID, _ document: Document, _ out: inout [UInt8]
  ) {
    var literal: [UInt8] = []
    document.appendLiteral(node, to: &literal)
    HTML.appendEscaped(literal, to: &out)
  }

  private mutating func appendRaw(_ node: NodeID, _ document: Document, _ out: inout [UInt8]) {
    var literal: [UInt8] = []
    document.appendLiteral(node, to: &literal)
    if literal.contains(0) { literal = Array(document.decoded(literal).utf8) }
    let html = policy.rawHTML(literal, of: node, in: document)
    if filtersTags {
      HTML.appendFiltered(html, to: &out)
    } else {
      out += html
    }
  }

  private mutating func destination(_ node: NodeID, _ document: Document) -> [UInt8]? {
    var written: [UInt8] = []
    document.appendDestination(node, to: &written)
    return policy.destination(written, of: node, in: document)
  }

  private mutating func openLink(_ node: NodeID, _ document: Document, _ out: inout [UInt8]) {
    guard let url = destination(node, document) else {
      droppedLinks.append(node)
      return
    }
    HTML.append("<a href=\"", to: &out)
    HTML.appendDestination(url, to: &out)
    HTML.append("\"", to: &out)
    appendTitle(node, document, &out)
    openTag("", node, document, &out)
  }

  private func appendTitle(_ node: NodeID, _ document: Document, _ out: inout [UInt8]) {
    guard let title = document.titleBytes(node), !title.isEmpty else { return }
    HTML.append(" title=\"", to: &out)
    HTML.appendEscaped(title, to: &out)
    HTML.append("\"", to: &out)
  }

  private mutating func appendImage(_ node: NodeID, _ document: Document, _ out: inout [UInt8]) {
    let alternative = alternative(node, document)
    guard let url = destination(node, document) else {
      HTML.appendEscaped(alternative, to: &out)
      return
    }
    HTML.append("<img src=\"", to: &out)
    HTML.appendDestination(url, to: &out)
    HTML.append("\" alt=\"", to: &out)
    HTML.appendEscaped(alternative, to: &out)
    HTML.append("\"", to: &out)
    appendTitle(node, document, &out)
    policy.attributes(node, in: document, to: &out)
    HTML.append(" />", to: &out)
  }

  /// The text of an image: an `alt` attribute where the author wrote one, else its content as text.
  private func alternative(_ node: NodeID, _ document: Document) -> [UInt8] {
    if let text = document.attributes(node)?["alt"] { return Array(text.utf8) }
    var text: [UInt8] = []
    for index in Int(node.index) + 1..<Int(document.end(node).index) {
      switch document.kind(NodeID(index)) {
      case .softBreak, .hardBreak: text.append(UInt8(ascii: " "))
      default: document.appendLiteral(NodeID(index), to: &text)
      }
    }
    return text
  }

  private mutating func appendAutolink(
    _ node: NodeID, _ document: Document, _ out: inout [UInt8]
  ) {
    let url = destination(node, document)
    if let url {
      HTML.append("<a href=\"", to: &out)
      HTML.appendDestination(url, to: &out)
      HTML.append("\">", to: &out)
    }
    appendEscapedLiteral(node, document, &out)
    if url != nil { HTML.append("</a>", to: &out) }
  }
}

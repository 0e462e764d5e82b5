import SourceCore

extension HTMLRenderer {
  /// Writes the opening of what dialects add, readably rather than as their generators would; nil
  /// where the node is none of it, false where nothing of it is left to write.
  mutating func openDialect(
    _ node: NodeID, _ kind: NodeKind, _ document: Document, _ out: inout [UInt8]
  ) -> Bool? {
    switch kind {
    case .math:
      appendElement("<span class=\"math inline\">", node, document, "</span>", &out)
    case .role: appendRole(node, document, &out)
    case .citation:
      appendElement("<span class=\"citation\">", node, document, "</span>", &out)
    case .mathBlock:
      breakLine(&out)
      appendElement("<div class=\"math display\">\n", node, document, "</div>\n", &out)
    case .directive: return openDirective(node, document, &out)
    case .target:
      breakLine(&out)
      HTML.append("<span id=\"", to: &out)
      HTML.appendEscaped((document.label(node) ?? "").utf8, to: &out)
      HTML.append("\"></span>\n", to: &out)
    case .definitionList:
      breakLine(&out)
      HTML.append("<dl>\n", to: &out)
      return true
    case .definitionTerm:
      breakLine(&out)
      HTML.append("<dt>", to: &out)
      return true
    case .definition:
      breakLine(&out)
      HTML.append("<dd>", to: &out)
      return true
    case .template, .templateBlock, .attributeLine, .comment, .blockBreak: break
    default: return nil
    }
    return false
  }

  /// Writes the ending of what dialects add.
  mutating func closeDialect(_ kind: NodeKind, _ out: inout [UInt8]) {
    switch kind {
    case .directive:
      breakLine(&out)
      HTML.append("</div>\n", to: &out)
    case .definitionList:
      breakLine(&out)
      HTML.append("</dl>\n", to: &out)
    case .definitionTerm: HTML.append("</dt>\n", to: &out)
    case .definition: HTML.append("</dd>\n", to: &out)
    default: break
    }
  }

  private func appendElement(
    _ opening: StaticString, _ node: NodeID, _ document: Document, _ closing: StaticString,
    _ out: inout [UInt8]
  ) {
    HTML.append(opening, to: &out)
    appendEscapedLiteral(node, document, &out)
    HTML.append(closing, to: &out)
  }

  private func appendRole(_ node: NodeID, _ document: Document, _ out: inout [UInt8]) {
    guard let role = document.role(node) else { return }
    HTML.append("<span class=\"role ", to: &out)
    HTML.appendEscaped(role.name.utf8, to: &out)
    HTML.append("\">", to: &out)
    HTML.appendEscaped(role.content.utf8, to: &out)
    HTML.append("</span>", to: &out)
  }

  private mutating func openDirective(
    _ node: NodeID, _ document: Document, _ out: inout [UInt8]
  ) -> Bool {
    guard let directive = document.directive(node) else { return false }
    breakLine(&out)
    HTML.append("<div class=\"directive ", to: &out)
    HTML.appendEscaped(directive.name.utf8, to: &out)
    HTML.append("\">\n", to: &out)
    if !directive.arguments.isEmpty {
      HTML.append("<p class=\"arguments\">", to: &out)
      HTML.appendEscaped(directive.arguments.utf8, to: &out)
      HTML.append("</p>\n", to: &out)
    }
    guard directive.isLiteral else { return true }
    HTML.append("<pre><code>", to: &out)
    appendEscapedLiteral(node, document, &out)
    HTML.append("</code></pre>\n</div>\n", to: &out)
    return false
  }
}

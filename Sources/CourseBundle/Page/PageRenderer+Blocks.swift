import CourseModel
import Markdown
import SourceCore

extension PageRenderer {
  /// Writes what opens a block.
  mutating func enterBlock(_ node: NodeID, _ kind: NodeKind) -> Ending? {
    if leftOut.contains(node) { return nil }
    switch kind {
    case .frontMatter, .linkDefinition, .footnoteDefinition, .templateBlock, .attributeLine,
      .comment, .blockBreak:
      return nil
    case .paragraph: return paragraph(node)
    case .heading: return heading(node)
    case .thematicBreak:
      html.open("hr")
      html.newline()
      return nil
    case .blockQuote:
      html.literal("<blockquote>\n")
      return .tags("</blockquote>", endsLine: true)
    case .list:
      guard let asked = quizzes[node] else { return list(node) }
      quiz(asked)
      return nil
    case .listItem: return listItem(node)
    case .codeBlock:
      code(node)
      return nil
    case .htmlBlock:
      raw.append(Array(document.literal(node).utf8), isInline: false, ids: &ids, to: &html)
      return nil
    case .table: return table(node)
    case .tableRow: return tableRow(node)
    case .tableCell: return tableCell(node)
    case .div: return div(node)
    case .directive, .mathBlock, .target, .definitionList, .definitionTerm, .definition:
      return dialectBlock(node, kind)
    default: return .nothing
    }
  }

  private mutating func paragraph(_ node: NodeID) -> Ending {
    if let image = loneImage(node) {
      html.open("figure")
      let caption = caption(of: image)
      picture(image).write(links: raw.links, isInsideLink: raw.isInsideLink, to: &html)
      switch caption {
      case .title(let text): html.element("figcaption", text: text)
      case .brackets:
        html.open("figcaption")
        renderChildren(of: image)
        html.close("figcaption")
      case .none: break
      }
      skippedImages.insert(image)
      return .tags("</figure>", endsLine: true)
    }
    let item = document.parent(node)
    let isTask = item.map { document.task($0) != nil && firstChild($0) == node } ?? false
    let hasLabel = isTask && !raw.links.style.isUnfolded
    if isTight(node) {
      if isTask, let item { openTask(item) }
      return .tags(hasLabel ? "</span></label>" : "", endsLine: true)
    }
    html.literal("<p>")
    if isTask, let item { openTask(item) }
    return .tags(hasLabel ? "</span></label></p>" : "</p>", endsLine: true)
  }

  private func isTight(_ node: NodeID) -> Bool {
    guard let item = document.parent(node), document.kind(item) == .listItem,
      let list = document.parent(item)
    else { return false }
    return document.list(list)?.isTight == true
  }

  private func firstChild(_ node: NodeID) -> NodeID? {
    document.children(node).first { _ in true }
  }

  private mutating func openTask(_ item: NodeID) {
    let isChecked = document.task(item)?.isChecked == true
    if raw.links.style.isUnfolded {
      html.text(isChecked ? "☑ " : "☐ ")
      return
    }
    html.open("label")
    html.open("input", ["type": "checkbox", "disabled": "", "checked": isChecked ? "" : nil])
    html.text(" ")
    html.open("span")
  }

  private mutating func heading(_ node: NodeID) -> Ending? {
    if node == titleHeading || writtenHeadings.contains(node) { return nil }
    let level = min(6, document.headingLevel(node) + headingShift)
    openHeading(level, id: lesson.anchor(of: node).flatMap { ids.claim($0) })
    return .tags(Self.headingEnds[level - 1], endsLine: true)
  }

  private static let headingStarts: [StaticString] = ["<h1", "<h2", "<h3", "<h4", "<h5", "<h6"]
  private static let headingEnds: [StaticString] = [
    "</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>",
  ]

  /// Writes what opens a heading.
  mutating func openHeading(_ level: Int, id: String?) {
    html.literal(Self.headingStarts[level - 1])
    if let id { html.attribute("id", id) }
    html.literal(">")
  }

  /// Writes what closes a heading.
  mutating func closeHeading(_ level: Int) { html.literal(Self.headingEnds[level - 1]) }

  private mutating func list(_ node: NodeID) -> Ending {
    let info = document.list(node)
    let isOrdered = info?.isOrdered == true
    let isTasks = document.children(node).contains { document.task($0) != nil }
    let start = info.flatMap { $0.isOrdered && $0.start != 1 ? String($0.start) : nil }
    html.newline()
    html.literal(isOrdered ? "<ol" : "<ul")
    if let start { html.attribute("start", start) }
    if isTasks { html.attribute("class", "tasks") }
    html.literal(">\n")
    return .tags(isOrdered ? "</ol>" : "</ul>", endsLine: true)
  }

  private mutating func listItem(_ node: NodeID) -> Ending {
    html.literal("<li>")
    if document.task(node) != nil, firstChild(node).map({ document.kind($0) }) != .paragraph {
      let isChecked = document.task(node)?.isChecked == true
      if raw.links.style.isUnfolded {
        html.text(isChecked ? "☑ " : "☐ ")
        return .tags("</li>", endsLine: true)
      }
      html.open(
        "input",
        [
          "type": "checkbox", "disabled": "", "checked": isChecked ? "" : nil,
          "aria-label": labels.option,
        ])
    }
    return .tags("</li>", endsLine: true)
  }

  // MARK: Tables

  private mutating func table(_ node: NodeID) -> Ending {
    tableCount += 1
    alignments = document.alignments(node)
    // A group that scrolls must be reachable by keyboard, and what is reachable needs a name.
    html.open(
      "div",
      [
        "class": "table", "role": "group", "tabindex": "0",
        "aria-label": "\(labels.table) \(tableCount)", "lang": labelLanguage,
      ])
    html.open("table", ["lang": labelLanguage == nil ? nil : language])
    html.newline()
    return .tags("</table></div>", endsLine: true)
  }

  private mutating func tableRow(_ node: NodeID) -> Ending? {
    column = 0
    guard document.isHeaderRow(node) else {
      // The body opens with its first row and closes with its last.
      let table = document.parent(node)
      let first = table.flatMap { document.children($0).first { !document.isHeaderRow($0) } }
      let isLast = table.map { document.end($0) == document.end(node) } ?? true
      html.literal(first == node ? "<tbody><tr>" : "<tr>")
      return .tags(isLast ? "</tr></tbody>" : "</tr>", endsLine: true)
    }
    let isEmpty = document.children(node).allSatisfy { document.plainText($0).isEmpty }
    if isEmpty { return nil }
    html.literal("<thead><tr>")
    return .tags("</tr></thead>", endsLine: true)
  }

  private mutating func tableCell(_ node: NodeID) -> Ending {
    defer { column += 1 }
    let isHeader = document.parent(node).map { document.isHeaderRow($0) } ?? false
    let alignment: String? =
      switch column < alignments.count ? alignments[column] : .none {
      case .left, .none: nil
      case .center: "center"
      case .right: "right"
      }
    // An empty cell heads nothing.
    let isHeading = isHeader && !document.plainText(node).isEmpty
    html.literal(isHeading ? "<th scope=\"col\"" : "<td")
    if let alignment { html.attribute("class", alignment) }
    html.literal(">")
    return .tags(isHeading ? "</th>" : "</td>", endsLine: false)
  }
}

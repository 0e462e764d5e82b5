import CourseModel
import Markdown
import SourceCore

extension PageRenderer {
  /// How a div of some class is shown.
  private enum BoxKind {
    /// Not for learners, or shown elsewhere on the page.
    case leftOut
    /// A part of the page with a label.
    case section(String)
    /// One of several to choose from, each below a heading.
    case tabs
    /// To unfold.
    case unfolded(String)
    /// No box.
    case plain
  }

  private func boxKind(_ div: Div) -> BoxKind {
    switch div.name {
    case "instructor":
      raw.links.style.showsNotes ? .section(labels.interactive.instructorNotes) : .leftOut
    case "questions", "objectives":
      div.parent == nil
        ? .leftOut : .section(div.name == "questions" ? labels.questions : labels.objectives)
    case "keypoints": .section(labels.keyPoints)
    case "callout": .section(labels.callout)
    case "caution", "warning": .section(labels.caution)
    case "prereq": .section(labels.prerequisites)
    case "discussion": .section(labels.discussion)
    case "checklist": .section(labels.checklist)
    case "testimonial": .section(labels.testimonial)
    case "challenge": .section(labels.challenge)
    case "solution": .unfolded(labels.solution)
    case "group-tab", "tab": .tabs
    case "hint": .unfolded(labels.hint)
    case "spoiler": .unfolded(labels.details)
    default: .plain
    }
  }

  /// Writes what opens a div.
  mutating func div(_ node: NodeID) -> Ending? {
    guard let index = divIndices[node] else { return .nothing }
    let div = lesson.divs[index]
    divCounts[div.name, default: 0] += 1
    let attributes = document.attributes(node)
    switch boxKind(div) {
    case .leftOut:
      countInside(node, index)
      return nil
    case .plain:
      let id = (attributes?.id ?? numberedID(div)).flatMap { ids.claim($0) }
      let language = LanguageCode.valid(attributes?.pairs.first { $0.key == "lang" }?.value)
      html.open("div", ["id": id, "lang": language])
      html.newline()
      return .tags("</div>", endsLine: true)
    case .tabs: return tabs(node, div)
    case .section(let label):
      let id = (attributes?.id ?? numberedID(div)).flatMap { ids.claim($0) }
      return section(node, div, label, id: id)
    case .unfolded(let label):
      let id = (attributes?.id ?? numberedID(div)).flatMap { ids.claim($0) }
      if raw.links.style.isUnfolded { return section(node, div, label, id: id) }
      return unfolded(node, div, label, id: id)
    }
  }

  /// The Workbench's own anchor of a box.
  private func numberedID(_ div: Div) -> String? {
    div.name.isEmpty ? nil : "\(div.name)\(divCounts[div.name, default: 1])"
  }

  /// Divs inside one that is left out count too, so that the numbers of the others are the same.
  private mutating func countInside(_ node: NodeID, _ index: Int) {
    for inner in lesson.divs[(index + 1)...] {
      guard inner.node < document.end(node) else { return }
      divCounts[inner.name, default: 0] += 1
    }
  }

  private mutating func section(
    _ node: NodeID, _ div: Div, _ label: String, id: String?
  ) -> Ending {
    let number = divCounts[div.name, default: 1]
    let total = divTotals[div.name, default: 0]
    let shown = div.name == "challenge" ? "\(label) \(number)" : label
    let labelID = ids.make("label")
    let heading = leadingHeading(node)
    let headingID = heading.map { node in
      lesson.anchor(of: node).flatMap { ids.claim($0) } ?? ids.make("title")
    }
    // Two regions of a page must not have the same name.
    let name = heading == nil && total > 1 && shown == label ? "\(label) \(number)" : nil
    html.literal("<section")
    html.attribute("class", "box \(Self.style(div.name))")
    if let id { html.attribute("id", id) }
    if let name {
      html.attribute("aria-label", name)
    } else {
      html.attribute("aria-labelledby", labelID + (headingID.map { " " + $0 } ?? ""))
    }
    html.literal(">\n")
    html.element("p", ["class": "label", "id": labelID, "lang": labelLanguage], text: shown)
    html.newline()
    if let heading, let headingID {
      let level = min(6, document.headingLevel(heading) + headingShift)
      openHeading(level, id: headingID)
      renderChildren(of: heading)
      closeHeading(level)
      html.newline()
      writtenHeadings.insert(heading)
    }
    return .tags("</section>", endsLine: true)
  }

  private static func style(_ name: String) -> String { name == "warning" ? "caution" : name }

  private mutating func unfolded(
    _ node: NodeID, _ div: Div, _ label: String, id: String?
  ) -> Ending {
    html.open("details", ["class": "box \(div.name)", "id": id])
    html.open("summary", ["lang": labelLanguage])
    let heading = leadingHeading(node)
    let title = heading.map { document.plainText($0) } ?? ""
    if div.name != "spoiler" || title.isEmpty { html.text(label) }
    if let heading {
      // "Solution" under the label "Solution" says nothing.
      if asciiLowercased(title) != asciiLowercased(label) {
        if div.name != "spoiler" { html.text("\(labels.colon) ") }
        let id = lesson.anchor(of: heading).flatMap { ids.claim($0) }
        html.open("span", ["id": id, "lang": labelLanguage == nil ? nil : language])
        renderChildren(of: heading)
        html.close("span")
      }
      writtenHeadings.insert(heading)
    }
    html.close("summary")
    html.newline()
    html.open("div", ["class": "unfolded"])
    html.newline()
    return .tags("</div></details>", endsLine: true)
  }

  /// A heading that is the first thing in a div: its title.
  private func leadingHeading(_ node: NodeID) -> NodeID? {
    let first = NodeID(Int(node.index) + 1)
    return first < document.end(node) && document.kind(first) == .heading ? first : nil
  }
}

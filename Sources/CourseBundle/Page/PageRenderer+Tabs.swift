import CourseModel
import Markdown
import SourceCore

extension PageRenderer {
  /// Writes a group of tabs: what stands below each heading can be unfolded, one at a time.
  ///
  /// Browsers close the others by themselves where `details` share a name, so no script is needed.
  mutating func tabs(_ node: NodeID, _ div: Div) -> Ending? {
    let children = Array(document.children(node))
    let level = children.first { document.kind($0) == .heading }.map { document.headingLevel($0) }
    guard let level else { return .nothing }
    let isTab = { (document: Document, child: NodeID) in
      document.kind(child) == .heading && document.headingLevel(child) == level
    }
    let id = document.attributes(node)?.id.flatMap { ids.claim($0) }
    html.open("div", ["class": "tabs", "id": id])
    html.newline()
    let group = ids.make("tabs")
    let starts = children.indices.filter { isTab(document, children[$0]) }
    if let first = starts.first, first > 0 { render(children[0], to: children[first]) }
    for (place, start) in starts.enumerated() {
      let heading = children[start]
      let next = place + 1 < starts.count ? children[starts[place + 1]] : document.end(node)
      tab(heading, to: next, group: group, isFirst: place == 0)
    }
    html.literal("</div>\n")
    return nil
  }

  private mutating func tab(_ heading: NodeID, to end: NodeID, group: String, isFirst: Bool) {
    let id = lesson.anchor(of: heading).flatMap { ids.claim($0) }
    writtenHeadings.insert(heading)
    if raw.links.style.isUnfolded {
      html.open("div", ["class": "box tab"])
      html.open("p", ["class": "label", "id": id])
      renderChildren(of: heading)
      html.literal("</p>\n")
      render(document.end(heading), to: end)
      html.literal("</div>\n")
      return
    }
    html.open("details", ["class": "box tab", "name": group, "open": isFirst ? "" : nil])
    html.open("summary")
    html.open("span", ["id": id])
    renderChildren(of: heading)
    html.literal("</span></summary>\n<div class=\"unfolded\">\n")
    render(document.end(heading), to: end)
    html.literal("</div></details>\n")
  }
}

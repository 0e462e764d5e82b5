import CourseModel
import Markdown
import SourceCore

/// What a page shows, before the site's frame is put around it.
struct PageContent {
  /// A heading for the list of what is on the page.
  struct Entry: Hashable {
    let id: String
    let text: String
  }

  /// Questions of the overview, as HTML; empty where there are none.
  let questions: [UInt8]
  /// Objectives of the overview, as HTML; empty where there are none.
  let objectives: [UInt8]
  /// The page's text up to its first heading, as HTML.
  let introduction: [UInt8]
  /// The page's text from there on, as HTML.
  let body: [UInt8]
  /// Headings of the first level below the title.
  let entries: [Entry]
  /// The id of the heading that serves as title, where there is one.
  let titleID: String?

  /// Renders a page.
  init(_ lesson: Lesson, labels: Labels, links: PageLinks) {
    var renderer = PageRenderer(lesson, labels: labels, links: links)
    questions = renderer.overview("questions")
    objectives = renderer.overview("objectives")
    let document = lesson.document
    let end = document.end(Document.root)
    let first =
      document.children(Document.root).first {
        document.kind($0) == .heading && $0 != renderer.titleHeading
      } ?? end
    renderer.render(NodeID(1), to: first)
    introduction = renderer.html.bytes
    renderer.html = HTMLWriter()
    renderer.html.reserve(document.source.count * 5 / 4)
    renderer.render(first, to: end)
    renderer.footnotesAtEnd()
    body = renderer.html.bytes
    let shift = renderer.headingShift
    let title = renderer.titleHeading
    entries = zip(lesson.headings, lesson.anchorsOfHeadings).compactMap { heading, anchor in
      guard heading.level + shift == 2, heading.div == nil, heading.node != title else {
        return nil
      }
      let text = heading.text.isEmpty ? document.plainText(heading.node) : heading.text
      return Entry(id: anchor, text: text)
    }
    titleID = title.flatMap(lesson.anchor(of:))
  }
}

extension PageRenderer {
  /// What the page's divs of a class hold, for the box at its top.
  fileprivate mutating func overview(_ name: String) -> [UInt8] {
    let before = html
    html = HTMLWriter()
    for div in lesson.divs where div.name == name && div.parent == nil {
      renderChildren(of: div.node)
    }
    if html.bytes.isEmpty, name == "objectives", !lesson.objectives.isEmpty {
      html.element("ul") { html in
        for objective in lesson.objectives { html.element("li", text: objective.text) }
      }
    }
    defer { html = before }
    return html.bytes
  }

  /// The footnotes that the page refers to; they may refer to further ones.
  fileprivate mutating func footnotesAtEnd() {
    guard !footnotes.definitions.isEmpty else { return }
    let prefix = PageIDs.prefix
    html.open("section", ["class": "footnotes", "aria-labelledby": "\(prefix)footnotes"])
    html.element(
      "h2", ["id": "\(prefix)footnotes", "lang": labelLanguage], text: labels.footnotes)
    html.open("ol")
    html.newline()
    var number = 0
    while number < footnotes.definitions.count {
      let definition = footnotes.definitions[number]
      number += 1
      html.open("li", ["id": "\(prefix)note-\(number)"])
      renderChildren(of: definition)
      // The way back stands at the end of the note's last paragraph.
      let isParagraph = html.reopen("</p>\n")
      if !isParagraph { html.open("p") }
      for use in 1...max(1, footnotes.uses(of: definition)) {
        let name = use == 1 ? "\(number)" : "\(number)-\(use)"
        html.element(
          "a",
          [
            "href": "#\(prefix)noteref-\(name)", "role": "doc-backlink", "lang": labelLanguage,
            "aria-label": "\(labels.backToText) (\(name))",
          ], text: "↩")
      }
      html.close("p")
      html.close("li")
      html.newline()
    }
    html.close("ol")
    html.close("section")
    html.newline()
  }
}

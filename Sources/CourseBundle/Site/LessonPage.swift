import CourseModel
import SourceCore

/// A page with an author's text: a lesson, or a page for learners.
struct LessonPage {
  let site: SiteContext
  let entry: SiteContext.Entry
  let content: PageContent
  let credit: ReuseCredit?

  private var labels: Labels { site.labels }
  private var own: String? { site.labelLanguage(on: entry.language) }
  /// The text of the page, with what stands above and below it.
  func article(_ html: inout HTMLWriter) {
    html.literal("<article>\n<header>\n")
    if let number = entry.number {
      html.element(
        "p", ["class": "kicker", "lang": own],
        text: "\(labels.lesson) \(number + 1) \(labels.of) \(site.lessons.count)")
      html.newline()
    }
    html.element("h1", ["id": content.titleID]) { $0.raw(entry.title.html) }
    html.literal("\n</header>\n")
    overview(&html)
    html.raw(content.introduction)
    html.raw(content.body)
    html.newline()
    if let credit { write(credit, &html) }
    html.literal("</article>\n")
  }

  // MARK: Overview

  private func overview(_ html: inout HTMLWriter) {
    guard entry.kind == .lesson else { return }
    let times = [(labels.teaching, entry.teaching), (labels.exercises, entry.exercises)]
    let hasTimes = times.contains { $0.1 != nil }
    if !hasTimes, content.questions.isEmpty, content.objectives.isEmpty { return }
    let id = "\(PageIDs.prefix)overview"
    html.open("section", ["class": "overview", "aria-labelledby": id])
    html.newline()
    html.element("h2", ["id": id, "lang": own], text: labels.overview)
    html.newline()
    if hasTimes {
      html.open("dl", ["class": "times", "lang": own])
      for case (let label, let minutes?) in times {
        html.element("div") { html in
          html.element("dt", text: label)
          html.element("dd", text: Labels.time(minutes))
        }
      }
      html.literal("</dl>\n")
    }
    html.literal("<div class=\"columns\">\n")
    part(labels.questions, content.questions, &html)
    part(labels.objectives, content.objectives, &html)
    html.literal("</div>\n</section>\n")
  }

  private func part(_ label: String, _ content: [UInt8], _ html: inout HTMLWriter) {
    if content.isEmpty { return }
    html.literal("<div>\n")
    html.element("h3", ["lang": own], text: label)
    html.newline()
    html.raw(content)
    html.literal("</div>\n")
  }

  private func write(_ credit: ReuseCredit, _ html: inout HTMLWriter) {
    let id = "\(PageIDs.prefix)credit"
    html.open("section", ["class": "credit", "aria-labelledby": id, "lang": own])
    html.newline()
    html.element("h2", ["id": id], text: labels.credit)
    html.newline()
    CreditText(credit: credit, site: site, language: entry.language).write(to: &html)
    html.literal("</section>\n")
  }

  // MARK: Previous and next

  /// The way to the lessons before and after this one.
  func pager(_ html: inout HTMLWriter) {
    guard let index = entry.number else { return }
    let previous = index > 0 ? site.lessons[index - 1] : nil
    let next = index + 1 < site.lessons.count ? site.lessons[index + 1] : nil
    if previous == nil, next == nil { return }
    html.open("nav", ["class": "pager", "aria-label": "\(labels.previous) / \(labels.next)"])
    html.newline()
    for (entry, label, relation) in [
      (previous, labels.previous, "prev"), (next, labels.next, "next"),
    ] {
      guard let entry else { continue }
      html.open(
        "a",
        [
          "class": relation, "rel": relation,
          "href": URLText.relative(entry.path, from: self.entry.path),
        ])
      html.element("span", ["class": "direction", "lang": own], text: label)
      html.text(" ")
      html.element(
        "span",
        [
          "class": "title", "lang": entry.language == self.entry.language ? nil : entry.language,
        ],
        text: entry.title.text)
      html.close("a")
      html.newline()
    }
    html.literal("</nav>\n")
  }
}

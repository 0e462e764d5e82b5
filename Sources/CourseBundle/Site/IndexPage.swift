import CourseModel
import SourceCore

/// The site's first page: what the course is, its lessons, and who made it.
struct IndexPage {
  let site: SiteContext
  /// The author's own text for it, where there is one.
  let content: PageContent?
  var style = PageStyle.site

  /// Id of the list of lessons.
  static let lessonsID = "\(PageIDs.prefix)lessons"

  private var labels: Labels { site.labels }
  private var own: String? { site.labelLanguage(on: site.language) }

  /// The text of the page.
  func article(_ html: inout HTMLWriter) {
    html.literal("<article>\n<header class=\"cover\">\n")
    html.element("h1", ["id": content?.titleID], text: site.title)
    html.newline()
    if let summary = site.metadata.summary {
      html.element("p", ["class": "lead"], text: summary)
      html.newline()
    }
    facts(&html)
    if let first = site.lessons.first {
      html.element("p") { html in
        html.element(
          "a", ["class": "start", "href": style.place(first.path), "lang": own],
          text: labels.start)
      }
      html.newline()
    }
    html.literal("</header>\n")
    // The author's welcome, then the lessons where every course has them, then the rest.
    html.raw(content?.introduction ?? [])
    html.newline()
    lessons(&html)
    html.raw(content?.body ?? [])
    html.newline()
    others(&html)
    about(&html)
    html.literal("</article>\n")
  }

  private func facts(_ html: inout HTMLWriter) {
    var facts: [String] = []
    if site.lessons.count > 1 { facts.append("\(site.lessons.count) \(labels.lessonsCounted)") }
    let minutes = site.lessons.compactMap(\.minutes).reduce(0, +)
    if minutes > 0 { facts.append(Labels.time(minutes)) }
    if let level = site.metadata.level { facts.append(labels.levels[level] ?? level) }
    html.open("ul", ["class": "facts", "lang": own])
    for fact in facts { html.element("li", text: fact) }
    html.element("li", ["class": site.isRelease ? nil : "draft"], text: site.edition)
    html.close("ul")
    html.newline()
  }

  private func lessons(_ html: inout HTMLWriter) {
    if site.lessons.isEmpty { return }
    let id = Self.lessonsID
    html.open("section", ["class": "lessons", "aria-labelledby": id])
    html.newline()
    html.element("h2", ["id": id, "lang": own], text: labels.lessons)
    html.newline()
    if style.quizzes == .forms {
      html.element(
        "p",
        [
          "class": "progress", "lang": own, "hidden": "",
          "data-text": labels.interactive.seenOf, "data-of": labels.of,
        ], text: "")
      html.newline()
    }
    html.literal("<ol>\n")
    for entry in site.lessons {
      html.element("li") { html in
        link(to: entry, &html)
        if let minutes = entry.minutes {
          html.text(" ")
          html.element("span", ["class": "time"], text: Labels.time(minutes))
        }
      }
      html.newline()
    }
    html.literal("</ol>\n</section>\n")
  }

  private func link(to entry: SiteContext.Entry, _ html: inout HTMLWriter) {
    html.element(
      "a",
      [
        "href": URLText.relative(style.place(entry.path), from: SiteMap.index),
        "lang": entry.language == site.language ? nil : entry.language,
        "data-mark": entry.number == nil ? nil : entry.id,
      ], text: entry.title.text)
  }

  private func others(_ html: inout HTMLWriter) {
    if site.others.isEmpty { return }
    let id = "\(PageIDs.prefix)others"
    html.open("section", ["class": "others", "aria-labelledby": id])
    html.newline()
    html.element("h2", ["id": id, "lang": own], text: labels.moreForYou)
    html.literal("\n<ul>\n")
    for entry in site.others {
      html.element("li") { html in
        link(to: entry, &html)
      }
      html.newline()
    }
    html.literal("</ul>\n</section>\n")
  }

  // MARK: About

  private func about(_ html: inout HTMLWriter) {
    let metadata = site.metadata
    let id = "\(PageIDs.prefix)about"
    html.open("section", ["class": "about", "aria-labelledby": id])
    html.newline()
    html.element("h2", ["id": id, "lang": own], text: labels.about)
    html.literal("\n<dl>\n")
    if !metadata.authors.isEmpty {
      row(labels.authors, &html) { html in
        html.element("ul") { html in
          for author in metadata.authors { html.element("li") { Self.write(author, to: &$0) } }
        }
      }
    }
    if let provider = metadata.provider {
      row(labels.provider, &html) { Self.link(provider.name, provider.url, to: &$0) }
    }
    if let contact = metadata.contact?.value {
      let isAddress = contact.contains("@") && !contact.contains(":")
      row(labels.contact, &html) {
        Self.link(contact, isAddress ? "mailto:" + contact : contact, to: &$0)
      }
    }
    if !metadata.audience.isEmpty {
      let names = metadata.audience.map { labels.audiences[$0] ?? $0 }
      row(labels.audience, &html) { html in
        html.element("span", ["lang": own], text: names.joined(separator: ", "))
      }
    }
    if let license = metadata.license?.value {
      row(labels.license, &html) { LicenseName(license).write(to: &$0) }
    }
    if let license = metadata.codeLicense?.value {
      row(labels.codeLicense, &html) { LicenseName(license).write(to: &$0) }
    }
    if !metadata.keywords.isEmpty {
      row(labels.keywords, &html) { $0.text(metadata.keywords.joined(separator: ", ")) }
    }
    row(labels.version, &html) { edition(&$0) }
    html.literal("</dl>\n</section>\n")
  }

  private func edition(_ html: inout HTMLWriter) {
    switch site.mark {
    case .release(let version, _, _, _): html.text(version)
    case .revision: html.element("span", ["lang": own], text: labels.revision)
    case .worktree:
      html.element("span", ["lang": own], text: "\(labels.worktree). \(labels.worktreeLong)")
    }
    if let commit = site.mark.commit {
      html.text(" · ")
      html.element("span", ["lang": own], text: labels.commit + " ")
      html.element("code", text: commit.short)
    }
  }

  private func row(
    _ label: String, _ html: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void
  ) {
    html.element("div") { html in
      html.element("dt", ["lang": own], text: label)
      html.element("dd", [:], content)
    }
    html.newline()
  }

  private static func write(_ author: Author, to html: inout HTMLWriter) {
    let orcid = author.orcid.map { String($0.split(separator: "/").last ?? "") } ?? ""
    let isORCID =
      orcid.utf8.count == 19
      && orcid.utf8.allSatisfy { $0 == 0x2D || $0 == 0x58 || ($0 >= 0x30 && $0 <= 0x39) }
    link(author.name, isORCID ? "https://orcid.org/\(orcid)" : nil, to: &html)
    if let affiliation = author.affiliation { html.text(", \(affiliation)") }
  }

  private static func link(_ text: String, _ url: String?, to html: inout HTMLWriter) {
    if let url = url.flatMap(URLText.external) {
      html.element("a", ["href": url], text: text)
    } else {
      html.text(text)
    }
  }
}

import CourseModel
import SourceCore

/// The frame around every page: head, header, lists of what there is, footer.
struct PageFrame {
  let site: SiteContext
  /// The page's path inside the bundle.
  let path: String
  /// The page's title; nil for the first page, which has the course's.
  let title: String?
  let language: String
  /// The course's id, under which the browser keeps what was seen.
  let courseID: String
  /// Id of the lesson that the page shows; nil for other pages.
  var lesson: String?
  /// Its place among the lessons, from 0.
  var number: Int?
  /// What the page tells machines, as JSON-LD.
  var linkedData: [UInt8] = []
  /// Further scripts, by their paths inside the bundle.
  var scripts: [String] = []
  /// What is on the page, for its list.
  let entries: [PageContent.Entry]

  private var labels: Labels { site.labels }
  /// `lang` of the site's own texts.
  private var own: String? { site.labelLanguage(on: language) }
  /// `lang` of the course's title and its pages' titles.
  private func other(_ language: String) -> String? {
    language == self.language ? nil : language
  }

  /// A whole page with `content` as its main part; `stock` is what many pages have in common.
  func page(_ stock: FrameStock? = nil, _ content: (inout HTMLWriter) -> Void) -> [UInt8] {
    let stock = stock.flatMap { $0.fits(self) ? $0 : nil }
    var html = HTMLWriter()
    html.reserve(8_000)
    begin(stock, &html)
    content(&html)
    finish(stock, &html)
    return html.bytes
  }

  /// Writes what stands before the main part.
  func begin(_ stock: FrameStock?, _ html: inout HTMLWriter) {
    if let stock { html.raw(stock.start) } else { start(&html) }
    html.element("title", text: title.map { "\($0) · \(site.title)" } ?? site.title)
    if let stock { html.raw(stock.links) } else { links(&html) }
    if !linkedData.isEmpty {
      html.literal("<script type=\"application/ld+json\">")
      html.raw(linkedData)
      html.literal("</script>")
    }
    html.literal("\n</head>\n")
    html.open(
      "body",
      [
        "data-course": courseID, "data-lesson": lesson, "data-seen": labels.interactive.seen,
      ])
    html.newline()
    if let stock { html.raw(stock.header) } else { header(&html) }
  }

  /// Writes what stands behind the main part.
  func finish(_ stock: FrameStock?, _ html: inout HTMLWriter) {
    html.literal("</main>\n")
    html.literal("<div class=\"contents\" id=\"academy-contents\">\n")
    onPage(&html)
    if let stock { html.raw(stock.inCourse) } else { inCourse(&html) }
    lessons(stock, &html)
    if let stock { html.raw(stock.end) } else { end(&html) }
  }

  private func link(_ target: String) -> String { URLText.relative(target, from: path) }

  // MARK: Head and header

  /// What stands before the title.
  func start(_ html: inout HTMLWriter) {
    html.literal("<!DOCTYPE html>\n")
    html.open("html", ["lang": language, "dir": SiteContext.direction(language)])
    html.newline()
    html.literal("<head>\n<meta charset=\"utf-8\">\n")
    html.literal("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.literal("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.literal("<meta name=\"generator\" content=\"academy\">\n")
  }

  /// What stands between the title and what the page tells machines.
  func links(_ html: inout HTMLWriter) {
    html.newline()
    html.open("link", ["rel": "stylesheet", "href": link(SiteMap.stylesheet)])
    html.newline()
    for script in [SiteMap.script] + scripts {
      html.element("script", ["defer": "", "src": link(script)], text: "")
      html.newline()
    }
  }

  /// What stands before the main part.
  func header(_ html: inout HTMLWriter) {
    html.element(
      "a", ["class": "skip", "href": "#\(PageIDs.prefix)main", "lang": own], text: labels.skip)
    html.newline()
    html.literal("<header class=\"site\">\n<div class=\"bar\">\n")
    if let logo = site.brand?.logo {
      html.open("img", ["class": "logo", "src": link(logo.path), "alt": site.brand?.name ?? ""])
      html.newline()
    }
    html.element("p", ["class": "course"]) { html in
      html.element(
        "a",
        [
          "href": link(SiteMap.index), "lang": other(site.language),
          "aria-current": path == SiteMap.index ? "page" : nil,
        ], text: site.title)
    }
    // The logo's alternative text is the office's name already.
    if site.brand?.logo == nil, let name = site.brand?.name ?? site.metadata.provider?.name {
      html.element("p", ["class": "provider"], text: name)
    }
    html.element(
      "p", ["class": site.isRelease ? "edition" : "edition draft", "lang": own],
      text: site.edition)
    html.element("p", ["class": "to-search"]) { html in
      html.element(
        "a",
        [
          "href": link(SiteMap.search), "lang": own,
          "aria-current": path == SiteMap.search ? "page" : nil,
        ], text: labels.interactive.search)
    }
    html.element("p", ["class": "to-contents"]) { html in
      html.element(
        "a", ["href": "#\(PageIDs.prefix)contents", "lang": own], text: labels.contents)
    }
    html.literal("</div>\n</header>\n<div class=\"page\">\n")
    html.open("main", ["id": "\(PageIDs.prefix)main"])
    html.newline()
  }

  // MARK: Lists

  private func onPage(_ html: inout HTMLWriter) {
    if entries.count < 2 { return }
    html.open("nav", ["class": "on-page", "aria-labelledby": "\(PageIDs.prefix)on-page"])
    html.element("h2", ["id": "\(PageIDs.prefix)on-page", "lang": own], text: labels.onThisPage)
    html.literal("<ul>\n")
    for entry in entries {
      html.literal("<li>")
      html.element(
        "a", ["href": URLText.relative(path, from: path, fragment: entry.id)], text: entry.text)
      html.literal("</li>\n")
    }
    html.literal("</ul>\n</nav>\n")
  }

  /// What stands before the list of lessons.
  func inCourse(_ html: inout HTMLWriter) {
    html.open("nav", ["class": "in-course", "aria-labelledby": "\(PageIDs.prefix)in-course"])
    html.element(
      "h2", ["id": "\(PageIDs.prefix)in-course", "lang": own], text: labels.inThisCourse)
  }

  /// What stands behind the list of lessons.
  func end(_ html: inout HTMLWriter) {
    if shownLessons.count < site.lessons.count {
      html.element("p") { html in
        html.element(
          "a",
          [
            "href": URLText.relative(SiteMap.index, from: path, fragment: IndexPage.lessonsID),
            "lang": own,
          ],
          text: "\(site.lessons.count) \(labels.lessonsCounted)")
      }
      html.newline()
    }
    if !site.others.isEmpty {
      html.literal("<ul>\n")
      for entry in site.others.prefix(Self.window) { item(entry, &html) }
      html.literal("</ul>\n")
    }
    html.literal("<ul>\n<li>")
    html.element(
      "a",
      [
        "href": link(SiteMap.whole), "lang": own,
        "aria-current": path == SiteMap.whole ? "page" : nil,
      ], text: labels.interactive.onePage)
    html.literal("</li>\n</ul>\n</nav>\n</div>\n</div>\n")
    footer(&html)
    html.literal("</body>\n</html>\n")
  }

  /// Most lessons that a page lists; with more, a site's size would grow with their square.
  private static let window = 25

  /// All lessons of a short course; of a long one those around this page.
  private var shownLessons: Range<Int> {
    let all = site.lessons.indices
    if all.count <= Self.window { return all }
    let start = min(max(0, (number ?? 0) - Self.window / 2), all.count - Self.window)
    return start..<start + Self.window
  }

  private func lessons(_ stock: FrameStock?, _ html: inout HTMLWriter) {
    let shown = shownLessons
    html.open(
      "ol", ["style": shown.lowerBound == 0 ? nil : "counter-reset: lesson \(shown.lowerBound)"])
    html.newline()
    if let stock, let number, shown.contains(number) {
      html.raw(stock.items(shown.lowerBound..<number))
      item(site.lessons[number], &html)
      html.raw(stock.items(number + 1..<shown.upperBound))
    } else {
      for index in shown { item(site.lessons[index], &html) }
    }
    html.literal("</ol>\n")
  }

  /// An entry of a list.
  func item(_ entry: SiteContext.Entry, _ html: inout HTMLWriter) {
    html.literal("<li>")
    html.element(
      "a",
      [
        "href": link(entry.path), "lang": other(entry.language),
        "aria-current": entry.path == path ? "page" : nil,
        "data-mark": entry.number == nil ? nil : entry.id,
      ], text: entry.title.text)
    html.literal("</li>\n")
  }

  private func footer(_ html: inout HTMLWriter) {
    html.literal("<footer class=\"site\">\n<div class=\"bar\">\n")
    html.element("p") { html in
      html.element("span", ["lang": other(site.language)], text: site.title)
      html.text(" · ")
      html.element("span", ["lang": own], text: site.edition)
      if let commit = site.mark.commit, site.isRelease {
        html.text(" · ")
        html.element("span", ["lang": own], text: "\(labels.commit) ")
        html.element("code", text: commit.short)
      }
    }
    if let license = site.metadata.license?.value {
      html.element("p", ["lang": own]) { html in
        html.text(labels.footerLicense + " ")
        LicenseName(license).write(to: &html)
        if let page = site.licensePage {
          html.text(" (")
          html.element("a", ["href": link(page)], text: labels.details)
          html.text(")")
        }
      }
    }
    if case .worktree = site.mark {
      html.element("p", ["lang": own], text: labels.worktreeLong)
    }
    html.literal("</div>\n</footer>\n")
  }
}

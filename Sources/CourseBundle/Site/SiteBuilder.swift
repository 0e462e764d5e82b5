import CourseModel
import SourceCore

/// Makes the files of a course's web site.
struct SiteBuilder: Sendable {
  let content: CourseContent

  /// A page of the site; the first one may have no text of its own.
  private struct Page: Sendable {
    let member: PageSet.Member?
    let entry: SiteContext.Entry?
    var path: String { entry?.path ?? SiteMap.index }
  }

  /// What becomes of a page.
  private struct Written: Sendable {
    let file: BundleFile
    /// Its text as it stands on the page of all.
    let part: [UInt8]
    /// What the search knows of it; nil for a page without a text of its own.
    let found: [UInt8]?
  }

  /// All of them but those that every bundle has.
  func files(_ workers: Workers) async -> [BundleFile] {
    let pages = self.pages
    let map = content.map(.site)
    let merge = PageMerge(
      prefixes: Dictionary(
        pages.enumerated().map { (PageMerge.written($0.element.path), "page-\($0.offset)-") },
        uniquingKeysWith: { first, _ in first }), target: SiteMap.whole)
    let stock = FrameStock(content.context, courseID: content.packageID)
    // Two long files are put together while pages are written.
    let frame = wholeFrame
    var whole = HTMLWriter()
    var index = SearchIndex()
    var pageFiles: [BundleFile] = []
    let length = content.pages.reduce(20_000) { $0 + 2 * $1.length + 3_000 }
    whole.reserve(length)
    index.reserve(length)
    frame.begin(nil, &whole)
    await workers.each(pages.count, turn: 16) {
      write(pages[$0], map, merge, stock)
    } take: { written in
      pageFiles.append(written.file)
      whole.raw(written.part)
      if let found = written.found { index.add(found) }
    }
    frame.finish(nil, &whole)
    var files = Array(content.assets.values)
    files += [
      BundleFile(path: SiteMap.stylesheet, bytes: Stylesheet.bytes(content.context.brand)),
      BundleFile(path: SiteMap.script, bytes: CourseScript.bytes),
      BundleFile(path: SiteMap.searchScript, bytes: SearchScript.bytes),
      BundleFile(path: SiteMap.citation, bytes: CitationFile(content: content).bytes),
    ]
    if let logo = content.context.brand?.logo { files.append(logo) }
    files += pageFiles
    files.append(BundleFile(path: SiteMap.whole, bytes: whole.bytes))
    files.append(BundleFile(path: SiteMap.search, bytes: searchPage))
    files.append(BundleFile(path: SiteMap.searchIndex, bytes: index.script()))
    if let base = content.request.siteAddress {
      let name = content.name
      let map = Sitemap(
        base: "\(base)\(name.office)/\(name.slug)/site\(name.variant)/", pages: pages.map(\.path),
        mark: content.request.mark)
      files.append(BundleFile(path: "sitemap.xml", bytes: map.bytes))
    }
    return files
  }

  // MARK: Pages

  /// The first page, then the others in order.
  private var pages: [Page] {
    let entries = content.context.entriesByPath
    return [Page(member: content.index, entry: nil)]
      + content.pages.filter { $0.source.kind != .index }.map { member in
        Page(
          member: member, entry: entries[member.path] ?? CourseContent.entry(member, number: nil))
      }
  }

  private func write(
    _ page: Page, _ map: SiteMap, _ merge: PageMerge, _ stock: FrameStock
  ) -> Written {
    let site = content.context
    let body = page.member.map { content.body($0, style: .site, map: map) }
    var article = HTMLWriter()
    if let body { article.reserve(body.introduction.count + body.body.count + 2_000) }
    // The way to the pages before and after.
    var pager = HTMLWriter()
    if let member = page.member, let entry = page.entry, let body {
      let lesson = LessonPage(
        site: site, entry: entry, content: body, credit: content.credit(of: member))
      lesson.article(&article)
      lesson.pager(&pager)
    } else {
      IndexPage(site: site, content: body).article(&article)
    }
    let bytes = framed(page, body, article.bytes, pager.bytes, stock)
    return Written(
      file: page.member.map { content.file($0, style: .site, bytes: bytes) }
        ?? BundleFile(path: page.path, bytes: bytes),
      part: part(page, article.bytes, merge),
      found: body.map { found(page, $0) })
  }

  private func framed(
    _ page: Page, _ body: PageContent?, _ article: [UInt8], _ pager: [UInt8], _ stock: FrameStock
  ) -> [UInt8] {
    let site = content.context
    let data = LinkedData(content: content)
    var frame = PageFrame(
      site: site, path: page.path, title: page.entry?.title.text,
      language: page.entry?.language ?? site.language, courseID: content.packageID,
      entries: body?.entries ?? [])
    if let entry = page.entry, let number = entry.number, let member = page.member {
      frame.lesson = entry.id
      frame.number = number
      frame.linkedData = data.lesson(
        entry, objectives: member.lesson.objectives.map(\.text),
        credit: content.credit(of: member))
    } else if page.entry == nil {
      frame.linkedData = data.course
    }
    return frame.page(stock) { html in
      html.reserve(article.count + pager.count + 6_000)
      html.raw(article)
      html.raw(pager)
    }
  }

  // MARK: All on one page

  /// The frame of everything on one page, to print or to keep.
  private var wholeFrame: PageFrame {
    let site = content.context
    return PageFrame(
      site: site, path: SiteMap.whole, title: site.labels.interactive.onePage,
      language: site.language, courseID: content.packageID, entries: [])
  }

  private func part(_ page: Page, _ article: [UInt8], _ merge: PageMerge) -> [UInt8] {
    guard let prefix = merge.prefixes[PageMerge.written(page.path)] else { return [] }
    let site = content.context
    let language = page.entry?.language ?? site.language
    var html = HTMLWriter()
    html.open(
      "div",
      [
        "class": "whole", "id": PageMerge.top(prefix),
        "lang": language == site.language ? nil : language,
      ])
    html.newline()
    var bytes = html.bytes
    html = HTMLWriter()
    merge.add(article, of: page.path, to: &bytes)
    bytes += "</div>\n".utf8
    return bytes
  }

  // MARK: Search

  private var searchPage: [UInt8] {
    let site = content.context
    let labels = site.labels.interactive
    let own = site.labelLanguage(on: site.language)
    var frame = PageFrame(
      site: site, path: SiteMap.search, title: labels.search, language: site.language,
      courseID: content.packageID, entries: [])
    frame.scripts = [SiteMap.searchIndex, SiteMap.searchScript]
    return frame.page { html in
      html.element("h1", ["lang": own], text: labels.search)
      html.newline()
      html.open("form", ["class": "search", "role": "search", "lang": own])
      html.newline()
      html.element("label", ["for": "\(PageIDs.prefix)words"], text: labels.searchWords)
      html.newline()
      html.open(
        "input", ["type": "search", "id": "\(PageIDs.prefix)words", "autocomplete": "off"])
      html.newline()
      html.element("button", ["type": "submit"], text: labels.search)
      html.literal("\n</form>\n")
      html.element(
        "p",
        [
          "class": "search-status", "role": "status", "lang": own,
          "data-none": labels.nothingFound, "data-some": labels.results,
        ], text: "")
      html.literal("\n<ol class=\"search-results\"></ol>\n")
    }
  }

  private func found(_ page: Page, _ body: PageContent) -> [UInt8] {
    SearchIndex.entry(
      path: URLText.relative(page.path, from: SiteMap.search),
      title: page.entry?.title.text ?? content.context.title,
      [body.introduction, body.questions, body.objectives, body.body])
  }
}

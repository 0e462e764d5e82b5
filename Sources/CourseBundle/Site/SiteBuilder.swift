import CourseModel
import SourceCore

/// Makes the files of a course's web site.
struct SiteBuilder {
  let content: CourseContent

  /// A page of the site, before the frame is put around it.
  private struct Page {
    let member: PageSet.Member?
    let entry: SiteContext.Entry?
    let body: PageContent?
    let article: [UInt8]
    /// The way to the pages before and after.
    let pager: [UInt8]
    var path: String { entry?.path ?? SiteMap.index }
  }

  /// All of them but those that every bundle has.
  var files: [BundleFile] {
    let pages = self.pages
    var files = Array(content.assets.values)
    files += [
      BundleFile(path: SiteMap.stylesheet, bytes: Stylesheet.bytes(content.context.brand)),
      BundleFile(path: SiteMap.script, bytes: CourseScript.bytes),
      BundleFile(path: SiteMap.searchScript, bytes: SearchScript.bytes),
      BundleFile(path: SiteMap.citation, bytes: CitationFile(content: content).bytes),
    ]
    if let logo = content.context.brand?.logo { files.append(logo) }
    for page in pages {
      let bytes = framed(page)
      if let member = page.member {
        files.append(content.file(member, style: .site, bytes: bytes))
      } else {
        files.append(BundleFile(path: page.path, bytes: bytes))
      }
    }
    files.append(BundleFile(path: SiteMap.whole, bytes: whole(pages)))
    files.append(BundleFile(path: SiteMap.search, bytes: searchPage))
    files.append(BundleFile(path: SiteMap.searchIndex, bytes: searchIndex(pages)))
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

  private var pages: [Page] {
    let site = content.context
    let map = content.map(.site)
    let entries = site.entriesByPath
    var pages: [Page] = []
    for member in content.pages {
      let body = content.body(member, style: .site, map: map)
      if member.source.kind == .index {
        pages.insert(index(member, body), at: 0)
        continue
      }
      let entry = entries[member.path] ?? CourseContent.entry(member, number: nil)
      let page = LessonPage(
        site: site, entry: entry, content: body, credit: content.credit(of: member))
      var article = HTMLWriter()
      page.article(&article)
      var pager = HTMLWriter()
      page.pager(&pager)
      pages.append(
        Page(
          member: member, entry: entry, body: body, article: article.bytes, pager: pager.bytes))
    }
    if content.index == nil { pages.insert(index(nil, nil), at: 0) }
    return pages
  }

  private func index(_ member: PageSet.Member?, _ body: PageContent?) -> Page {
    var article = HTMLWriter()
    IndexPage(site: content.context, content: body).article(&article)
    return Page(member: member, entry: nil, body: body, article: article.bytes, pager: [])
  }

  private func framed(_ page: Page) -> [UInt8] {
    let site = content.context
    let data = LinkedData(content: content)
    var frame = PageFrame(
      site: site, path: page.path, title: page.entry?.title.text,
      language: page.entry?.language ?? site.language, courseID: content.packageID,
      entries: page.body?.entries ?? [])
    if let entry = page.entry, let number = entry.number, let member = page.member {
      frame.lesson = entry.id
      frame.number = number
      frame.linkedData = data.lesson(
        entry, objectives: member.lesson.objectives.map(\.text),
        credit: content.credit(of: member))
    } else if page.entry == nil {
      frame.linkedData = data.course
    }
    return frame.page { html in
      html.raw(page.article)
      html.raw(page.pager)
    }
  }

  /// Everything on one page, to print or to keep.
  private func whole(_ pages: [Page]) -> [UInt8] {
    let site = content.context
    let prefixes = Dictionary(
      pages.enumerated().map { (PageMerge.written($0.element.path), "page-\($0.offset)-") },
      uniquingKeysWith: { first, _ in first })
    let merge = PageMerge(prefixes: prefixes, target: SiteMap.whole)
    let frame = PageFrame(
      site: site, path: SiteMap.whole, title: site.labels.interactive.onePage,
      language: site.language, courseID: content.packageID, entries: [])
    return frame.page { html in
      for page in pages {
        guard let prefix = prefixes[PageMerge.written(page.path)] else { continue }
        let language = page.entry?.language ?? site.language
        html.open(
          "div",
          [
            "class": "whole", "id": PageMerge.top(prefix),
            "lang": language == site.language ? nil : language,
          ])
        html.newline()
        html.raw(merge.text(page.article, of: page.path))
        html.literal("</div>\n")
      }
    }
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

  private func searchIndex(_ pages: [Page]) -> [UInt8] {
    var index = SearchIndex()
    for page in pages {
      let title = page.entry?.title.text ?? content.context.title
      guard let body = page.body else { continue }
      var text = HTMLWriter()
      text.raw(body.introduction)
      text.literal(" ")
      text.raw(body.questions)
      text.literal(" ")
      text.raw(body.objectives)
      text.literal(" ")
      text.raw(body.body)
      var sections = SearchIndex.sections(text.bytes)
      // A page is found by its title even where nothing stands above its first heading.
      if sections.first?.id != "" { sections.insert(.init(id: "", heading: "", text: ""), at: 0) }
      index.pages.append((URLText.relative(page.path, from: SiteMap.search), title, sections))
    }
    return index.bytes
  }
}

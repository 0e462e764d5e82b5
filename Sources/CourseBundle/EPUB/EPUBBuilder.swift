import CourseModel
import SourceCore

/// Makes the files of an EPUB 3.3 publication: no script, nothing to unfold, nothing to load.
struct EPUBBuilder: Sendable {
  let content: CourseContent

  static let stylesheet = "assets/style.css"
  static let package = "package.opf"
  static let navigation = "nav.xhtml"

  /// All of them but those that every bundle has.
  func files(_ workers: Workers) async -> [BundleFile] {
    let map = content.map(.epub)
    let entries = content.context.entriesByPath
    // The first page, then the others in order.
    let members = content.pages.filter { $0.source.kind != .index }
    var pages = [indexPage(map)]
    pages += await workers.map(members.count, turn: 16) { page(members[$0], entries, map) }
    let pictures = content.assets.values.filter { MediaType.of($0.path).hasPrefix("image/") }
      .sorted { $0.path.precedesBytewise($1.path) }
    let names = BundlePlan.ownFiles
    let package = EPUBPackage(
      content: content, pages: pages.map(\.path), pictures: pictures.map(\.path), others: names)
    return pages + pictures + [
      BundleFile(path: "mimetype", bytes: Array("application/epub+zip".utf8)),
      BundleFile(path: "META-INF/container.xml", bytes: Self.container),
      BundleFile(path: Self.stylesheet, bytes: EPUBStylesheet.bytes),
      BundleFile(path: Self.navigation, bytes: navigationPage),
      BundleFile(path: Self.package, bytes: package.bytes),
    ]
  }

  private func page(
    _ member: PageSet.Member, _ entries: [String: SiteContext.Entry], _ map: SiteMap
  ) -> BundleFile {
    let page = LessonPage(
      site: content.context,
      entry: entries[member.path] ?? CourseContent.entry(member, number: nil),
      content: content.body(member, style: .epub, map: map), credit: content.credit(of: member))
    let bytes = PlainPage(
      path: PageStyle.epub.place(member.path), title: page.entry.title.text,
      language: page.entry.language, stylesheet: Self.stylesheet, isXML: true
    ).bytes { page.article(&$0) }
    return content.file(member, style: .epub, bytes: bytes)
  }

  private func indexPage(_ map: SiteMap) -> BundleFile {
    let page = PlainPage(
      path: PageStyle.epub.place(SiteMap.index), title: content.context.title,
      language: content.context.language, stylesheet: Self.stylesheet, isXML: true)
    let member = content.index
    let index = IndexPage(
      site: content.context, content: member.map { content.body($0, style: .epub, map: map) },
      style: .epub)
    let bytes = page.bytes { index.article(&$0) }
    return member.map { content.file($0, style: .epub, bytes: bytes) }
      ?? BundleFile(path: page.path, bytes: bytes)
  }

  private static var container: [UInt8] {
    var xml = HTMLWriter()
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open(
      "container",
      ["version": "1.0", "xmlns": "urn:oasis:names:tc:opendocument:xmlns:container"])
    xml.literal("\n<rootfiles>\n")
    xml.empty(
      "rootfile", ["full-path": package, "media-type": "application/oebps-package+xml"])
    xml.literal("</rootfiles>\n</container>\n")
    return xml.bytes
  }

  private var navigationPage: [UInt8] {
    let context = content.context
    let page = PlainPage(
      path: Self.navigation, title: context.labels.contents, language: context.language,
      stylesheet: Self.stylesheet, isXML: true)
    let label = context.labelLanguage(on: context.language)
    return page.bytes { html in
      html.open(
        "nav",
        [
          "xmlns:epub": "http://www.idpf.org/2007/ops", "epub:type": "toc", "role": "doc-toc",
          "aria-labelledby": "\(PageIDs.prefix)contents",
        ])
      html.newline()
      html.element(
        "h1", ["id": "\(PageIDs.prefix)contents", "lang": label], text: context.labels.contents)
      html.literal("\n<ol>\n")
      item(context.title, SiteMap.index, context.language, &html)
      for entry in context.lessons + context.others {
        item(entry.title.text, entry.path, entry.language, &html)
      }
      html.literal("</ol>\n</nav>\n")
    }
  }

  private func item(
    _ title: String, _ path: String, _ language: String, _ html: inout HTMLWriter
  ) {
    html.element("li") { html in
      let link = URLText.relative(PageStyle.epub.place(path), from: Self.navigation)
      html.element(
        "a", ["href": link, "lang": language == content.context.language ? nil : language],
        text: title.isEmpty ? path : title)
    }
    html.newline()
  }
}

import SourceCore

/// `sitemap.xml`, for a site whose address is known.
struct Sitemap {
  /// Address of the site's folder, with a slash at its end.
  let base: String
  let pages: [String]
  let mark: BundleMark

  /// The file.
  var bytes: [UInt8] {
    var xml = HTMLWriter()
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"])
    xml.newline()
    let sorted = pages.sorted { $0.precedesBytewise($1) }
    for page in sorted {
      xml.element("url") { xml in
        let path = page == SiteMap.index ? "" : URLText.relative(page, from: SiteMap.index)
        xml.element("loc", text: base + path)
        if let time = mark.time { xml.element("lastmod", text: UTCTime.text(time)) }
      }
      xml.newline()
    }
    xml.literal("</urlset>\n")
    return xml.bytes
  }
}

import SourceCore
import StructuredData

/// Which pages a Quarto web site or book has.
///
/// The order is that of a book's chapters, else of the side bar, then of the bar at the top. Pages
/// that none of them names are part of the site, and no lessons.
enum QuartoLayout {
  static func read(_ input: inout LayoutInput) -> LayoutReading {
    var reading = LayoutReading()
    let entries = input.files.entries
    let candidates = entries.filter { entry in
      PlainLayout.isLessonPath(entry.path, notebooks: true)
        && asciiLowercased(entry.path.stem) != "404"
    }
    let index = SitePages.index(in: .root, candidates)
    if let config = input.files.file("_quarto.yml", "_quarto.yaml") {
      reading.config = config
      describe(config, &reading.site)
      var list = NavigationList(ListedPath(from: .root, ListedPages(entries)), in: config.path)
      let book = config["book"]
      for node in [book?["chapters"], book?["appendices"]] { list.add(node) }
      let site = config["website"] ?? config["site"]
      list.add(book?["sidebar"]?["contents"])
      list.addSidebar(site?["sidebar"])
      for side in ["left", "right"] { list.add(site?["navbar"]?[side]) }
      reading.listed = SitePages.lessons(list.lessons, without: index)
    }
    reading.pages = SitePages.pages(
      candidates, index: index,
      listed: input.declared.isEmpty ? reading.listed : input.declared)
    return reading
  }

  private static func describe(_ config: CourseFile, _ site: inout SiteMetadata) {
    let parts = [config["book"], config["website"], config["site"], config["project"]]
    for name in ["title", "description"] {
      for part in parts { site.take(name, part?[name], in: config) }
      site.take(name, config[name], in: config)
    }
    site.take("language", config["lang"], in: config)
    site.take("keywords", config["keywords"], config["categories"], in: config)
    site.take("license", config["license"], config["book"]?["license"], in: config)
    let book = config["book"]
    site.take("authors", book?["author"], book?["authors"], config["author"], in: config)
  }
}

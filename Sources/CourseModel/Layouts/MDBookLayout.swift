import Markdown
import SourceCore
import StructuredData

/// Which pages an mdBook has: those of `SUMMARY.md`, in its order.
enum MDBookLayout {
  static func read(_ input: inout LayoutInput) -> LayoutReading {
    var reading = LayoutReading()
    let entries = input.files.entries
    if let config = input.files.file("book.toml") {
      reading.config = config
      let book = config["book"]
      for name in ["title", "description", "language", "authors"] {
        reading.site.take(name, book?[name], in: config)
      }
    }
    let summary = input.files.file("SUMMARY.md", in: input.content)
    var listed: [ListedLesson] = []
    if let summary {
      reading.list = summary
      let paths = ListedPath(from: input.content, ListedPages(entries))
      let document = Document(
        summary.text.bytes, options: ParseOptions(dialect: .gfm, frontMatter: false))
      for index in 0..<document.nodeCount where document.kind(NodeID(index)) == .link {
        let node = NodeID(index)
        listed += paths.lessons(
          document.destination(node),
          at: document.destinationRange(node) ?? document.range(node), in: summary.path)
      }
    }
    let names = Set(listed.compactMap(\.path))
    // What the list leaves out is not built, but may be included in a page or linked to as a file.
    let candidates = entries.filter { names.contains($0.path) }
    let index = SitePages.index(in: input.content, candidates)
    reading.listed = SitePages.lessons(listed, without: index)
    if !input.declared.isEmpty {
      let declared = Set(input.declared.compactMap(\.path))
      let all = entries.filter { names.contains($0.path) || declared.contains($0.path) }
      reading.pages = SitePages.pages(all, index: index, listed: input.declared)
    } else {
      reading.pages = SitePages.pages(candidates, index: index, listed: reading.listed)
    }
    return reading
  }
}

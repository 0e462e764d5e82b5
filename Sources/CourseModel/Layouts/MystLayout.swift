import SourceCore
import StructuredData

/// Which pages a Jupyter Book, MyST or Sphinx site has.
///
/// The order is that of `_toc.yml`, else of the table in `myst.yml`, else of the `toctree`
/// directives that start in `index.md`. A `conf.py` is never run: of it, only assignments of
/// literals are read.
enum MystLayout {
  static func read(_ input: inout LayoutInput) -> LayoutReading {
    var reading = LayoutReading()
    let content = input.content
    let entries = input.files.entries
    let book = input.files.file("_config.yml", in: content)
    let myst = input.files.file("myst.yml", in: content)
    let sphinx = input.files.file("conf.py", in: content)
    reading.config = myst ?? book ?? sphinx
    for file in [myst, book, sphinx] {
      if let file { describe(file, &reading.site) }
    }
    let candidates = entries.filter { entry in
      PlainLayout.isLessonPath(entry.path, notebooks: true)
        && entry.path.relative(to: content) != nil
    }
    var index = SitePages.index(in: content, candidates)
    let pages = ListedPages(entries)
    let paths = ListedPath(from: content, pages, endings: ["md"])
    if let toc = input.files.file("_toc.yml", in: content) {
      reading.list = toc
      var list = NavigationList(paths, in: toc.path)
      list.add(toc.data.root)
      reading.listed = list.lessons
      if let root = toc["root"]?.stringValue ?? toc.data.root?.array?.first?["file"]?.stringValue {
        index = paths.lessons(root, at: ByteRange(0, 0), in: toc.path).first?.path ?? index
      }
    } else if let myst, let toc = myst["project"]?["toc"] {
      var list = NavigationList(paths, in: myst.path)
      list.add(toc)
      reading.listed = list.lessons
      index = list.lessons.first?.path ?? index
    } else if let index, let page = input.files.file(index.name, in: index.parent) {
      reading.list = page
      var toctree = Toctree(pages)
      toctree.add(page, &input.files)
      reading.listed = toctree.lessons
    }
    reading.listed = SitePages.lessons(reading.listed, without: index)
    reading.pages = SitePages.pages(
      candidates, index: index,
      listed: input.declared.isEmpty ? reading.listed : input.declared)
    return reading
  }

  private static func describe(_ file: CourseFile, _ site: inout SiteMetadata) {
    let project = file["project"]
    for name in ["title", "description", "keywords"] {
      site.take(name, project?[name], file[name], in: file)
    }
    // Sphinx calls its title `project`; there it is a text.
    if project?.string != nil { site.take("title", project, in: file) }
    site.take("language", project?["language"], file["language"], file["lang"], in: file)
    let license = project?["license"]
    site.take("license", license?["content"], license?.stringValue == nil ? nil : license, in: file)
    site.take("code_license", license?["code"], in: file)
    site.take(
      "authors", project?["authors"], project?["author"], file["author"], in: file)
  }
}

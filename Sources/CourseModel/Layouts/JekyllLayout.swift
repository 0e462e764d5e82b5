import SourceCore
import StructuredData

/// Which pages a course in the Carpentries' older template for Jekyll has.
///
/// `_episodes/` holds the lessons, in the order of their file names or of `episode_order`; those of
/// `_episodes_rmd/` count where they have not been knitted. `_extras/` and the pages at the root are
/// for learners and instructors.
enum JekyllLayout {
  static func read(_ input: inout LayoutInput) -> LayoutReading {
    var reading = LayoutReading()
    if let config = input.files.file("_config.yml") {
      reading.config = config
      for name in ["title", "description", "keywords", "license"] {
        reading.site.take(name, config[name], in: config)
      }
      reading.site.take(
        "language", config["lang"], config["language"], config["locale"], in: config)
      reading.site.take("lifecycle", config["life_cycle"], in: config)
      reading.site.take("contact", config["contact"], config["email"], in: config)
      reading.site.take("authors", config["authors"], config["author"], in: config)
      let folder = RepoPath.root.appending("_episodes")
      let list = ListedPath(from: folder, ListedPages(input.files.entries), endings: ["md"])
      reading.listed = (config["episode_order"]?.array ?? []).flatMap { entry in
        entry.stringValue.map { list.lessons($0, at: entry.range, in: config.path) } ?? []
      }
    }
    reading.pages = pages(
      input.files.entries, listed: input.declared.isEmpty ? reading.listed : input.declared)
    return reading
  }

  private static func pages(_ entries: [TreeEntry], listed: [ListedLesson]) -> [CoursePage] {
    var lessons: [TreeEntry] = []
    var others: [CoursePage] = []
    let knitted = Set(
      entries.lazy.filter { $0.path.parent.string == "_episodes" }.map(\.path.stem))
    let isListed = Set(listed.compactMap(\.path))
    let index = SitePages.index(in: .root, entries)
    for entry in entries where PlainLayout.isPage(entry.path) && entry.path != index {
      switch entry.path.parent.string {
      case "_episodes": lessons.append(entry)
      case "_episodes_rmd" where !knitted.contains(entry.path.stem): lessons.append(entry)
      case "_extras":
        let isGuide = ["guide", "instructor-notes", "instructors"].contains(entry.path.stem)
        others.append(SitePages.page(entry, isGuide ? .instructor : .learner))
      case "" where PlainLayout.isLessonPath(entry.path) && !isMade(entry.path):
        others.append(SitePages.page(entry, .learner))
      default:
        if isListed.contains(entry.path) { lessons.append(entry) }
      }
    }
    lessons.sort { $0.path.name.precedesBytewise($1.path.name) }
    let first = entries.filter { $0.path == index }.map { SitePages.page($0, .index) }
    return first + LessonOrder.lessons(lessons, listed: listed) + others
  }

  /// Pages of the template that hold no text but a program.
  private static func isMade(_ path: RepoPath) -> Bool {
    ["404", "aio", "conduct", "citation"].contains(asciiLowercased(path.stem))
  }
}

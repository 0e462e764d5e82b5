import SourceCore
import StructuredData

/// Which pages a course in the Carpentries Workbench's layout has.
enum WorkbenchLayout {
  /// The folders of pages that are not lessons, with what their pages are.
  private static let folders: [(name: String, kind: PageKind)] = [
    ("learners", .learner), ("instructors", .instructor), ("profiles", .profile),
  ]

  /// Reads the course: `config.yaml` says what it is and in which order its lessons come.
  static func read(_ input: inout LayoutInput) -> LayoutReading {
    var reading = LayoutReading()
    if let config = input.files.file("config.yaml") {
      reading.config = config
      for name in ["title", "keywords", "license", "contact"] {
        reading.site.take(name, config[name], in: config)
      }
      reading.site.take("language", config["lang"], in: config)
      reading.site.take("lifecycle", config["life_cycle"], in: config)
      reading.listed = (config["episodes"]?.array ?? []).compactMap { entry in
        guard let name = entry.stringValue else { return nil }
        let path = RepoPath("episodes")?.resolving(name)
        return ListedLesson(
          id: path.map(Lesson.defaultID) ?? name, path: path, written: name, aliases: [],
          field: Field(name, path: config.path, range: entry.range))
      }
    }
    reading.pages = pages(
      input.files.entries, listed: input.declared.isEmpty ? reading.listed : input.declared)
    return reading
  }

  /// Pages in reading order; `entries` are below the course's folder, in bytewise order.
  private static func pages(_ entries: [TreeEntry], listed: [ListedLesson]) -> [CoursePage] {
    var pages: [CoursePage] = []
    for entry in entries where entry.path.parent.isRoot && entry.path.stem == "index" {
      if PlainLayout.isPage(entry.path) { pages.append(SitePages.page(entry, .index)) }
    }
    let isListed = Set(listed.compactMap(\.path))
    pages += LessonOrder.lessons(entries.filter { isLesson($0, isListed) }, listed: listed)
    for (name, kind) in folders {
      for entry in entries where entry.path.parent.string == name {
        if PlainLayout.isPage(entry.path) { pages.append(SitePages.page(entry, kind)) }
      }
    }
    return pages
  }

  private static func isLesson(_ entry: TreeEntry, _ isListed: Set<RepoPath>) -> Bool {
    guard PlainLayout.isPage(entry.path) else { return false }
    return entry.path.parent.string == "episodes" || isListed.contains(entry.path)
  }
}

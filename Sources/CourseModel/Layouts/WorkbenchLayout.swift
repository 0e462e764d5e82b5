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
      let episodes = config["episodes"]?.array ?? []
      let folder = RepoPath.root.appending("episodes")
      reading.listed.reserveCapacity(episodes.count)
      for entry in episodes {
        guard let name = entry.stringValue else { continue }
        // The tree's own text of the path needs no room of its own.
        let path = folder.resolving(name).map { input.files.known($0) }
        reading.listed.append(
          ListedLesson(
            id: path.map(Lesson.defaultID) ?? name, path: path, written: name, aliases: [],
            field: Field(name, path: config.path, range: entry.range)))
      }
    }
    var order: [String: [String]] = [:]
    for (name, _) in folders {
      order[name] = (reading.config?[name]?.array ?? []).compactMap(\.stringValue)
    }
    reading.pages = pages(
      input.files.entries, listed: input.declared.isEmpty ? reading.listed : input.declared,
      order: order)
    return reading
  }

  /// Pages in reading order; `entries` are below the course's folder, in bytewise order.
  ///
  /// `order` holds the names that `config.yaml` lists for the other folders; pages that it does not
  /// list come after them.
  private static func pages(
    _ entries: [TreeEntry], listed: [ListedLesson], order: [String: [String]]
  ) -> [CoursePage] {
    var pages: [CoursePage] = []
    for entry in entries where entry.path.isDirectly(in: .root) && entry.path.stem == "index" {
      if PlainLayout.isPage(entry.path) { pages.append(SitePages.page(entry, .index)) }
    }
    let episodes = RepoPath.root.appending("episodes")
    let isListed = Set(listed.compactMap(\.path).filter { !$0.isDirectly(in: episodes) })
    let lessons = entries.filter { entry in
      (entry.path.isDirectly(in: episodes) || isListed.contains(entry.path))
        && PlainLayout.isPage(entry.path)
    }
    pages += LessonOrder.lessons(lessons, listed: listed)
    for (name, kind) in folders {
      let folder = RepoPath.root.appending(name)
      let found = entries.filter { $0.path.isDirectly(in: folder) && PlainLayout.isPage($0.path) }
      let places = Dictionary(
        (order[name] ?? []).enumerated().map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      let sorted = found.enumerated().sorted { a, b in
        (places[a.element.path.name] ?? Int.max, a.offset)
          < (places[b.element.path.name] ?? Int.max, b.offset)
      }
      pages += sorted.map { SitePages.page($0.element, kind) }
    }
    return pages
  }
}

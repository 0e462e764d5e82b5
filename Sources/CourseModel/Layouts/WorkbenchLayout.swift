import SourceCore

/// Which pages a course in the Carpentries Workbench's layout has.
enum WorkbenchLayout {
  /// The folders of pages that are not lessons, with what their pages are.
  private static let folders: [(name: String, kind: PageKind)] = [
    ("learners", .learner), ("instructors", .instructor), ("profiles", .profile),
  ]

  /// Pages in reading order; `entries` are below the course's folder, in bytewise order.
  static func pages(_ entries: [TreeEntry], listed: [ListedLesson]) -> [CoursePage] {
    var pages: [CoursePage] = []
    for entry in entries where entry.path.parent.isRoot && entry.path.stem == "index" {
      if PlainLayout.isPage(entry.path) { pages.append(page(entry, .index)) }
    }
    pages += LessonOrder.lessons(
      entries.filter { isLesson($0, listed: listed) }, listed: listed)
    for (name, kind) in folders {
      for entry in entries where entry.path.parent.string == name {
        if PlainLayout.isPage(entry.path) { pages.append(page(entry, kind)) }
      }
    }
    return pages
  }

  private static func isLesson(_ entry: TreeEntry, listed: [ListedLesson]) -> Bool {
    guard PlainLayout.isPage(entry.path) else { return false }
    return entry.path.parent.string == "episodes" || listed.contains { $0.path == entry.path }
  }

  private static func page(_ entry: TreeEntry, _ kind: PageKind) -> CoursePage {
    CoursePage(path: entry.path, kind: kind, entry: entry, listedID: nil, isListed: true)
  }
}

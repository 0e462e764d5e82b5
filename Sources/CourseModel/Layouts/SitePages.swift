import SourceCore

/// Puts the pages of a site that has a list in order: the index, the lessons of the list, the rest.
///
/// A page that the list leaves out is part of the site all the same, though no lesson: it is where a
/// link may lead. Without a list every page is a lesson.
enum SitePages {
  static func pages(_ candidates: [TreeEntry], index: RepoPath?, listed: [ListedLesson])
    -> [CoursePage]
  {
    var pages: [CoursePage] = []
    for entry in candidates where entry.path == index {
      pages.append(page(entry, .index))
    }
    let names = Set(listed.compactMap(\.path))
    let others = candidates.filter { $0.path != index }
    if names.isEmpty { return pages + LessonOrder.lessons(others, listed: []) }
    pages += LessonOrder.lessons(others.filter { names.contains($0.path) }, listed: listed)
    for entry in others where !names.contains(entry.path) { pages.append(page(entry, .learner)) }
    return pages
  }

  /// The first page of a folder by the names that generators give it.
  static func index(in folder: RepoPath, _ entries: [TreeEntry]) -> RepoPath? {
    for stem in ["index", "readme"] {
      for entry in entries where entry.path.parent == folder && PlainLayout.isPage(entry.path) {
        if asciiLowercased(entry.path.stem) == stem { return entry.path }
      }
    }
    return nil
  }

  /// Each lesson once, without the index and what is no page.
  static func lessons(_ listed: [ListedLesson], without index: RepoPath?) -> [ListedLesson] {
    var seen: Set<RepoPath> = []
    return listed.filter { lesson in
      guard let path = lesson.path else { return true }
      return path != index && seen.insert(path).inserted
    }
  }

  static func page(_ entry: TreeEntry, _ kind: PageKind) -> CoursePage {
    CoursePage(path: entry.path, kind: kind, entry: entry, listedID: nil, isListed: true)
  }
}

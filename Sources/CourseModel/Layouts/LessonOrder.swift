import SourceCore

/// Puts lessons in the order of the list, and those it does not name behind them by path.
enum LessonOrder {
  static func lessons(_ entries: [TreeEntry], listed: [ListedLesson]) -> [CoursePage] {
    var pages: [CoursePage] = []
    var isTaken = [Bool](repeating: false, count: entries.count)
    // Most lists are in the order of the files' names: then the next entry is the one.
    var byPath: [RepoPath: Int]?
    var next = 0
    for lesson in listed {
      guard let path = lesson.path else { continue }
      var place: Int? = next
      if next >= entries.count || entries[next].path != path {
        let places = byPath ?? places(entries)
        byPath = places
        place = places[path]
      }
      guard let place, !isTaken[place] else { continue }
      isTaken[place] = true
      next = place + 1
      pages.append(
        CoursePage(
          path: path, kind: .lesson, entry: entries[place], listedID: lesson.id, isListed: true))
    }
    for (place, entry) in entries.enumerated() where !isTaken[place] {
      pages.append(
        CoursePage(
          path: entry.path, kind: .lesson, entry: entry, listedID: nil, isListed: listed.isEmpty))
    }
    return pages
  }

  private static func places(_ entries: [TreeEntry]) -> [RepoPath: Int] {
    Dictionary(entries.enumerated().map { ($0.element.path, $0.offset) }) { $1 }
  }
}

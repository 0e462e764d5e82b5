import SourceCore

/// Puts lessons in the order of the list, and those it does not name behind them by path.
enum LessonOrder {
  static func lessons(_ entries: [TreeEntry], listed: [ListedLesson]) -> [CoursePage] {
    var byPath: [RepoPath: TreeEntry] = [:]
    for entry in entries { byPath[entry.path] = entry }
    var pages: [CoursePage] = []
    for lesson in listed {
      guard let path = lesson.path, let entry = byPath.removeValue(forKey: path) else { continue }
      pages.append(
        CoursePage(
          path: path, kind: .lesson, entry: entry, listedID: lesson.id, isListed: true))
    }
    for entry in entries where byPath[entry.path] != nil {
      pages.append(
        CoursePage(
          path: entry.path, kind: .lesson, entry: entry, listedID: nil, isListed: listed.isEmpty))
    }
    return pages
  }
}

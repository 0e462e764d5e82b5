import CourseModel
import Framework
import SourceCore

/// A course of an opened tree, with what reading it gave so far.
struct LoadedCourse {
  /// The tree it is in.
  let tree: OpenedTree
  /// The course.
  let course: Course
  /// What messages call its repository; nil for its folder.
  var label: String?
  /// The id that others know it by, where its manifest gives none.
  var assumedID: String?
}

extension OpenedTree {
  /// The courses of this tree at or below `focus`, or the one around it.
  func courses(focus: RepoPath, limit: Int) -> [LoadedCourse] {
    let found = CourseDiscovery.courses(in: view.entries)
    let reader = CourseReader(limit: limit)
    let dialects = FolderDialects(in: view)
    return
      found
      .filter { $0.folder.relative(to: focus) != nil || focus.relative(to: $0.folder) != nil }
      .map {
        LoadedCourse(
          tree: self, course: reader.read($0, among: found, in: view, dialects: dialects))
      }
  }
}

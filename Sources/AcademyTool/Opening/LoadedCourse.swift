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
    let dialects = FolderDialects(in: view)
    return found.filter { $0.isMeant(by: focus) }.map {
      read($0, among: found, limit: limit, dialects: dialects)
    }
  }

  /// Reads one of the courses of this tree, of which `dialects` is what its `pipeline.json` sets.
  func read(
    _ found: CourseDiscovery.Found, among all: [CourseDiscovery.Found], limit: Int,
    dialects: FolderDialects
  ) -> LoadedCourse {
    LoadedCourse(
      tree: self,
      course: CourseReader(limit: limit).read(found, among: all, in: view, dialects: dialects))
  }
}

extension CourseDiscovery.Found {
  /// Whether it lies at or below a folder, or around it.
  func isMeant(by focus: RepoPath) -> Bool {
    folder.relative(to: focus) != nil || focus.relative(to: folder) != nil
  }
}

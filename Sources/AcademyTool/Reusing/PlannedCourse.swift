import CourseModel
import CourseReuse
import SourceCore

/// A course as it will be once some files are written, to work out the lock that goes with them.
enum PlannedCourse {
  /// The course with these files; nil where they leave none.
  static func member(
    _ loaded: LoadedCourse, with files: [(path: RepoPath, bytes: [UInt8])], limit: Int
  ) -> AcademyMember? {
    let view = OverlayTree(loaded.tree.view, files)
    let all = CourseDiscovery.courses(in: view.entries)
    guard let found = all.first(where: { $0.folder == loaded.course.folder }) else { return nil }
    let member = loaded.member
    return AcademyMember(
      course: CourseReader(limit: limit).read(found, among: all, in: view), view: view,
      history: member.history, head: member.head, label: loaded.tree.root)
  }
}

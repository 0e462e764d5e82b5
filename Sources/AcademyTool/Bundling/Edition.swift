import CourseBundle
import CourseModel
import CourseReuse
import GitStore
import Identifiers
import SourceCore

/// The state of a course that is packaged: a release or the work tree.
struct Edition {
  /// The course as read from that state.
  let loaded: LoadedCourse
  /// What the bundle says it was made of.
  let mark: BundleMark
  /// The course as reuse sees it.
  let member: AcademyMember

  /// The work tree.
  init(_ loaded: LoadedCourse) {
    self.loaded = loaded
    mark = .worktree
    member = loaded.member
  }

  /// A release, read from Git objects.
  init(_ loaded: LoadedCourse, _ release: Release, limit: Int) throws {
    guard let repository = loaded.tree.repository else {
      throw ToolFailure("\(loaded.course.name) is in no repository, so it has no releases")
    }
    do {
      let view = try repository.tree(of: release.commit, folder: release.folder)
      let found = CourseDiscovery.courses(in: view.entries)
      guard let root = found.first(where: { $0.folder.isRoot }) else {
        throw ToolFailure("release \(release.version) of \(loaded.course.name) holds no course")
      }
      let course = CourseReader(limit: limit).read(root, among: found, in: view)
      let tree = OpenedTree(
        root: loaded.tree.root, repository: repository, view: view, head: loaded.tree.head,
        headProblem: nil,
        source: loaded.tree.objects ?? loaded.tree.source)
      self.loaded = LoadedCourse(tree: tree, course: course)
      mark = .release(
        version: release.version.description, commit: release.commit, tree: release.tree,
        time: release.time)
      member = AcademyMember(
        course: course, view: view, history: repository, head: loaded.tree.head?.id,
        repositoryFolder: release.folder, label: loaded.tree.root)
    } catch let failure as ReadFailure {
      throw ToolFailure(failure.message, help: failure.help)
    }
  }
}

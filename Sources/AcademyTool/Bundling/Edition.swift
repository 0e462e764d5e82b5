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
    try self.init(
      loaded, commit: release.commit, folder: release.folder,
      mark: .release(
        version: release.version.description, commit: release.commit, tree: release.tree,
        time: release.time),
      named: "release \(release.version)", limit: limit)
  }

  /// A commit, read from Git objects.
  init(_ loaded: LoadedCourse, revision: String, limit: Int) throws {
    let repository = try Self.repository(of: loaded)
    do {
      let commit = try repository.commit(revision)
      let folder = loaded.course.folder
      let tree = folder.isRoot ? commit.tree : try repository.objectID(at: folder, in: commit.id)
      guard let tree else {
        throw ToolFailure("\(loaded.course.name) is not in commit \(commit.id.short)")
      }
      try self.init(
        loaded, commit: commit.id, folder: folder,
        mark: .revision(commit: commit.id, tree: tree, time: commit.time),
        named: "commit \(commit.id.short)", limit: limit)
    } catch let failure as ReadFailure {
      throw ToolFailure(failure.message, help: failure.help)
    }
  }

  private static func repository(of loaded: LoadedCourse) throws -> Repository {
    guard let repository = loaded.tree.repository else {
      throw ToolFailure("\(loaded.course.name) is in no repository, so it has no commits")
    }
    return repository
  }

  private init(
    _ loaded: LoadedCourse, commit: ObjectID, folder: RepoPath, mark: BundleMark,
    named name: String,
    limit: Int
  ) throws {
    let repository = try Self.repository(of: loaded)
    do {
      let view = try repository.tree(of: commit, folder: folder)
      let found = CourseDiscovery.courses(in: view.entries)
      guard let root = found.first(where: { $0.folder.isRoot }) else {
        throw ToolFailure("\(name) of \(loaded.course.name) holds no course")
      }
      let course = CourseReader(limit: limit).read(root, among: found, in: view)
      let tree = OpenedTree(
        root: loaded.tree.root, repository: repository, view: view, head: loaded.tree.head,
        headProblem: nil,
        source: loaded.tree.objects ?? loaded.tree.source)
      self.loaded = LoadedCourse(tree: tree, course: course)
      self.mark = mark
      member = AcademyMember(
        course: course, view: view, history: repository, head: loaded.tree.head?.id,
        repositoryFolder: folder, label: loaded.tree.root)
    } catch let failure as ReadFailure {
      throw ToolFailure(failure.message, help: failure.help)
    }
  }
}

import CourseModel
import GitStore
import SourceCore

/// The course without a manifest that a path of the command line means.
struct AdoptionTarget {
  /// The tree that holds it.
  let tree: OpenedTree
  /// The course.
  let course: Course
  /// Full path of its folder.
  let folder: String

  /// Finds the course at, around or below a path.
  static func find(_ argument: String, limit: Int) throws -> AdoptionTarget {
    let target = try Target.open(argument, selection: nil)
    let tree = target.tree
    if tree.repository?.isBare == true {
      throw ToolFailure(
        "\(argument) has no work tree to write course.yml into",
        help: "clone it, and adopt the course there")
    }
    let entries = tree.view.entries
    let all = CourseDiscovery.courses(in: entries)
    let found = try choose(target, all, entries)
    let course = CourseReader(limit: limit).read(found, among: all, in: tree.view)
    guard !course.pages.isEmpty else { throw ToolFailure.noCourse(at: argument) }
    let folder = found.folder.isRoot ? tree.root : "\(tree.root)/\(found.folder)"
    return AdoptionTarget(tree: tree, course: course, folder: folder)
  }

  private static func choose(
    _ target: Target, _ all: [CourseDiscovery.Found], _ entries: [TreeEntry]
  ) throws -> CourseDiscovery.Found {
    let focus = target.focus
    if let exact = all.first(where: { $0.folder == focus }) { return exact }
    // A folder or a page of a course means that course; the plain course that a repository is taken
    // for where nothing else is found has no border of its own.
    let manifests = Set(entries.lazy.filter { $0.path.name == "course.yml" }.map(\.path.parent))
    let around = all.filter { found in
      focus.relative(to: found.folder) != nil
        && (found.layout != .plain || manifests.contains(found.folder))
    }
    if let inner = around.last { return inner }
    let below = all.filter { $0.folder.relative(to: focus) != nil }
    if below.count == 1 { return below[0] }
    if below.count > 1 {
      throw ToolFailure(
        "there are \(below.count) courses in \(target.argument)",
        help: "name one of \(below.map(\.folder.string).joined(separator: ", "))")
    }
    let isFile = entries.contains { $0.path == focus && $0.isFile }
    return CourseDiscovery.course(in: isFile ? focus.parent : focus, of: entries)
  }
}

import CourseModel
import SourceCore

/// Opens the courses that pipeline.json names, each repository once.
struct MemberOpener {
  let pipeline: PipelineFile
  private var trees: [String: (OpenedTree, RepoPath)] = [:]
  /// The courses of each opened tree; looking for them means looking at all its files.
  private var courses: [String: [CourseDiscovery.Found]] = [:]
  /// What each opened tree says of the dialects in its folders.
  private var dialects: [String: FolderDialects] = [:]

  init(pipeline: PipelineFile) { self.pipeline = pipeline }

  /// Opens the course of one entry.
  mutating func open(_ member: PipelineFile.Member) throws -> LoadedCourse {
    let (tree, base) = try tree(member.repository)
    let folder = base.appending(member.folder)
    let found = courses[tree.root] ?? CourseDiscovery.courses(in: tree.view.entries)
    courses[tree.root] = found
    let dialects = dialects[tree.root] ?? FolderDialects(in: tree.view)
    self.dialects[tree.root] = dialects
    guard let course = found.first(where: { $0.folder == folder }) else {
      let known = found.map { $0.folder.isRoot ? "." : $0.folder.string }
      throw ToolFailure(
        "\(pipeline.path) names the course `\(member.folder)`, but \(tree.root) has none there",
        help: known.isEmpty
          ? "there is no course in it at all" : "it has: \(known.joined(separator: ", "))")
    }
    return LoadedCourse(
      tree: tree,
      course: CourseReader(limit: pipeline.lessonLimit)
        .read(course, among: found, in: tree.view, dialects: dialects))
  }

  /// The tree that holds a repository's folder, and the folder's path in it.
  private mutating func tree(_ path: String) throws -> (OpenedTree, RepoPath) {
    if let known = trees[path] { return known }
    let target = try Target.open(path, selection: nil)
    trees[path] = (target.tree, target.focus)
    return (target.tree, target.focus)
  }
}

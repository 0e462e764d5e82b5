import SourceCore

/// Finds the courses in a tree.
public enum CourseDiscovery {
  /// A course's folder and layout.
  public struct Found: Sendable, Hashable {
    /// Folder below the root of the tree.
    public let folder: RepoPath
    /// How its files are laid out.
    public let layout: CourseLayout
  }

  /// The courses of a tree, in bytewise order of their folders.
  ///
  /// Each folder with a `course.yml` is one; so is each with a `config.yaml` and lessons in
  /// `episodes/`, outside those. Where there is neither, the whole tree is a plain course, if it
  /// holds any page.
  public static func courses(in entries: [TreeEntry]) -> [Found] {
    var withManifest: [RepoPath] = []
    var withConfig: Set<RepoPath> = []
    var withEpisodes: Set<RepoPath> = []
    for entry in entries where entry.isFile {
      let name = entry.path.name
      if name == "course.yml" { withManifest.append(entry.path.parent) }
      if name == "config.yaml" { withConfig.insert(entry.path.parent) }
      if entry.path.parent.name == "episodes", PlainLayout.isPage(entry.path) {
        withEpisodes.insert(entry.path.parent.parent)
      }
    }
    var found = withManifest.map { folder in
      Found(
        folder: folder,
        layout: withEpisodes.contains(folder) || withConfig.contains(folder) ? .workbench : .plain)
    }
    for folder in withConfig.intersection(withEpisodes) {
      let covered = withManifest.contains { folder.relative(to: $0) != nil }
      if !covered { found.append(Found(folder: folder, layout: .workbench)) }
    }
    if found.isEmpty, entries.contains(where: { $0.isFile && PlainLayout.isLessonPath($0.path) }) {
      found = [Found(folder: .root, layout: .plain)]
    }
    return found.sorted { $0.folder < $1.folder }
  }
}

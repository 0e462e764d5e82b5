import SourceCore

/// Finds the courses in a tree.
public enum CourseDiscovery {
  /// A course's folder and layout.
  public struct Found: Sendable, Hashable {
    /// Folder below the root of the tree.
    public let folder: RepoPath
    /// How its files are laid out.
    public let layout: CourseLayout
    /// Where below its folder the pages are, as the layout has it (`content`, `src`).
    public let content: RepoPath

    init(_ folder: RepoPath, _ match: LayoutMarkers.Match) {
      self.folder = folder
      layout = match.layout
      content = match.content
    }
  }

  /// The courses of a tree, in bytewise order of their folders.
  ///
  /// Each folder with a `course.yml` is one; so is each that has the files of a known layout and
  /// lies in none of those, and that holds none of them unless it is a Workbench's. Of folders that
  /// lie in one another the outermost counts. Where nothing is found, the whole tree is a plain
  /// course, if it holds any page.
  public static func courses(in entries: [TreeEntry]) -> [Found] {
    let markers = LayoutMarkers(entries)
    var found = markers.manifests.map { Found($0, markers.layout(of: $0)) }
    var outer: [RepoPath] = []
    for folder in markers.folders {
      guard let match = markers.match(folder),
        !markers.manifests.contains(where: { folder.relative(to: $0) != nil })
      else { continue }
      if match.layout != .workbench {
        if markers.manifests.contains(where: { $0.relative(to: folder) != nil }) { continue }
        if outer.contains(where: { folder.relative(to: $0) != nil }) { continue }
      }
      outer.append(folder)
      found.append(Found(folder, match))
    }
    if found.isEmpty,
      entries.contains(where: { $0.isFile && PlainLayout.isLessonPath($0.path, notebooks: true) })
    {
      found = [Found(.root, LayoutMarkers.Match(layout: .plain, content: .root))]
    }
    return found.sorted { $0.folder < $1.folder }
  }

  /// What a folder would be if it held a manifest.
  public static func course(in folder: RepoPath, of entries: [TreeEntry]) -> Found {
    Found(folder, LayoutMarkers(entries).layout(of: folder))
  }
}

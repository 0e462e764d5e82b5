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
    let manifests = Set(markers.manifests)
    let aboveManifests = Set(markers.manifests.flatMap(folders))
    var outer: Set<RepoPath> = []
    for folder in markers.folders {
      guard let match = markers.match(folder),
        !folders(folder).contains(where: manifests.contains)
      else { continue }
      if match.layout != .workbench {
        if aboveManifests.contains(folder) { continue }
        if folders(folder).contains(where: outer.contains) { continue }
      }
      outer.insert(folder)
      found.append(Found(folder, match))
    }
    if found.isEmpty,
      entries.contains(where: { $0.isFile && PlainLayout.isLessonPath($0.path, notebooks: true) })
    {
      found = [Found(.root, LayoutMarkers.Match(layout: .plain, content: .root))]
    }
    return found.sorted { $0.folder < $1.folder }
  }

  /// A folder and those above it.
  private static func folders(_ folder: RepoPath) -> [RepoPath] {
    var folders = [folder]
    while let last = folders.last, !last.isRoot { folders.append(last.parent) }
    return folders
  }

  /// The folders of courses below a course's folder, of courses in bytewise order of theirs.
  static func inner(of folder: RepoPath, among all: [Found]) -> [RepoPath] {
    if folder.isRoot { return all.map(\.folder).filter { !$0.isRoot } }
    // All that begins with `folder/` stands together; a repository may hold thousands of courses.
    let prefix = folder.string + "/"
    let first = all.partitionPoint { $0.folder.string.precedesBytewise(prefix) }
    return all[first...].prefix { $0.folder.string.utf8.starts(with: prefix.utf8) }.map(\.folder)
  }

  /// What a folder would be if it held a manifest.
  public static func course(in folder: RepoPath, of entries: [TreeEntry]) -> Found {
    Found(folder, LayoutMarkers(entries).layout(of: folder))
  }
}

import Framework
import Identifiers
import SourceCore

/// Reads a course from a tree: the files that describe it, and which pages it has.
public struct CourseReader {
  /// Longest file that is read, in bytes; the same limit holds for lessons.
  public let limit: Int

  /// Makes a reader.
  public init(limit: Int) { self.limit = limit }

  /// Reads the course in a folder of `view`; other courses below that folder are not part of it.
  public func read(
    _ found: CourseDiscovery.Found, among all: [CourseDiscovery.Found], in view: any TreeView
  ) -> Course {
    let inner = all.map(\.folder).filter {
      $0 != found.folder && $0.relative(to: found.folder) != nil
    }
    var entries: [TreeEntry] = []
    var paths: [RepoPath: TreeEntry] = [:]
    for entry in view.entries {
      guard let path = entry.path.relative(to: found.folder),
        !inner.contains(where: { entry.path.relative(to: $0) != nil })
      else { continue }
      entries.append(TreeEntry(path: path, kind: entry.kind, blob: entry.blob))
      paths[path] = entry
    }
    var failures: [CourseFailure] = view.unreadable.compactMap { left in
      guard let path = left.path.relative(to: found.folder),
        !inner.contains(where: { left.path.relative(to: $0) != nil })
      else { return nil }
      return CourseFailure(path: path, failure: left.failure)
    }
    func file(_ name: String) -> CourseFile? {
      guard let path = RepoPath(name), let entry = paths[path], entry.isFile else { return nil }
      do {
        return CourseFile(path: path, bytes: try view.read(entry, limit: limit))
      } catch {
        failures.append(CourseFailure(path: path, failure: error))
        return nil
      }
    }
    let manifest = file("course.yml")
    let config = file("config.yaml")
    let citation = file("CITATION.cff")
    let metadata = MetadataReader(manifest: manifest, config: config, citation: citation).read()
    let listed = LessonListReader(manifest: manifest, config: config).read()
    let pages =
      switch found.layout {
      case .workbench: WorkbenchLayout.pages(entries, listed: listed)
      case .plain: PlainLayout.pages(entries, listed: listed)
      }
    return Course(
      folder: found.folder, layout: found.layout, manifest: manifest, config: config,
      citation: citation, metadata: metadata, listed: listed,
      pages: pages.map { page in
        CoursePage(
          path: page.path, kind: page.kind, entry: paths[page.path] ?? page.entry,
          listedID: page.listedID, isListed: page.isListed)
      }, entries: entries, failures: failures)
  }
}

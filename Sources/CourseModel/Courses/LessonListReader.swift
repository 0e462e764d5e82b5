import SourceCore
import StructuredData

/// Reads the list of lessons: the manifest's, else the Workbench's.
struct LessonListReader {
  let manifest: CourseFile?
  let config: CourseFile?

  func read() -> [ListedLesson] {
    if let manifest, let entries = manifest["lessons"]?.array, !entries.isEmpty {
      return entries.compactMap { entry in
        let path = entry.stringValue ?? entry["path"]?.stringValue
        guard let written = path ?? entry["id"]?.stringValue else { return nil }
        let resolved = RepoPath(path ?? "")
        let range = (path == nil ? nil : entry["path"]?.range) ?? entry.range
        return ListedLesson(
          id: entry["id"]?.stringValue ?? resolved.map(Lesson.defaultID) ?? written,
          path: path == nil ? nil : resolved, written: written,
          aliases: (entry["aliases"]?.array ?? []).compactMap(\.stringValue),
          field: Field(written, path: manifest.path, range: range))
      }
    }
    guard let config, let entries = config["episodes"]?.array else { return [] }
    return entries.compactMap { entry in
      guard let name = entry.stringValue else { return nil }
      let path = RepoPath("episodes")?.resolving(name)
      return ListedLesson(
        id: path.map(Lesson.defaultID) ?? name, path: path, written: name, aliases: [],
        field: Field(name, path: config.path, range: entry.range))
    }
  }
}

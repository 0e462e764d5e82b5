import SourceCore
import StructuredData

/// Reads the manifest's list of lessons; each layout's reader knows the generator's own.
enum LessonListReader {
  static func read(_ manifest: CourseFile?) -> [ListedLesson] {
    guard let manifest, let entries = manifest["lessons"]?.array else { return [] }
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
}

import CourseModel
import StructuredData

/// A route through a course, for those who need a part of it only.
public struct LearningPath: Sendable, Hashable {
  /// Its id.
  public let id: String
  /// Its title; the id where it has none.
  public let title: String
  /// Ids of its lessons, in order.
  public let lessons: [String]

  /// Whether it is one lesson by itself, for platforms that count completion lesson by lesson.
  public var isLesson: Bool { id.hasPrefix(Self.lessonPrefix) }

  /// What the id of one lesson by itself starts with; no declared path's does.
  private static let lessonPrefix = "lesson/"

  /// One lesson by itself.
  static func lesson(_ id: String, title: String) -> LearningPath {
    LearningPath(id: lessonPrefix + id, title: title, lessons: [id])
  }

  /// What stands for it in names of files.
  var name: String { isLesson ? "lesson-" + SafeName.part(lessons[0]) : id }

  /// The paths that the manifest declares.
  public static func all(of course: Course) -> [LearningPath] {
    (course.manifest?["paths"]?.array ?? []).compactMap { node in
      guard let id = node["id"]?.string, isName(id) else { return nil }
      return LearningPath(
        id: id, title: node["title"]?.string ?? id,
        lessons: (node["lessons"]?.array ?? []).compactMap(\.string))
    }
  }

  /// An id names files.
  private static func isName(_ id: String) -> Bool {
    !id.isEmpty && SafeName.part(id) == id && id.utf8.count <= 60
  }
}

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

import CourseModel
import StructuredData

/// What a course says that it changed itself in lessons of others; licences ask that such notices go
/// along with a copy.
enum EarlierChanges {
  /// One sentence or two for each entry of `reuses` that holds one of the lessons.
  static func of(_ lessons: [String], in course: Course, called id: String) -> [String] {
    course.metadata.reuses.filter { reuse in
      reuse.kind != .verbatim && reuse.lessons.contains { lessons.contains($0.own) }
    }.map { reuse in
      let changes = course.reuse(reuse)?["changes"]?.stringValue
      return "Before, \(id) \(reuse.kind.rawValue) it from \(reuse.course)"
        + (changes.map { ": \($0)" } ?? ".")
    }
  }
}

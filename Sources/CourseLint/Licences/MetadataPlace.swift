import CourseModel
import SourceCore

/// Finds where a field of a course's metadata is written.
enum MetadataPlace {
  static func of<Value>(_ field: Field<Value>, in course: Course) -> Place? {
    course.describingFile(at: field.path)?.place(field.range)
  }
}

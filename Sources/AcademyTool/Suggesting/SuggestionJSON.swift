import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// Undeclared copies as JSON.
enum SuggestionJSON {
  static func bytes(_ report: CopySuggestionReport, _ courses: [LoadedCourse]) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    func text(_ key: String, _ value: String?) {
      writer.key(key)
      if let value { writer.string(value) } else { writer.null() }
    }
    func integer(_ key: String, _ value: Int) {
      writer.key(key)
      writer.integer(value)
    }
    func side(_ key: String, _ side: CopySuggestion.Side) {
      let loaded = courses[side.member]
      writer.key(key)
      writer.beginObject()
      text("course", side.courseID)
      text("title", loaded.course.metadata.title)
      text("repository", loaded.label ?? loaded.tree.root)
      text("lesson", side.lesson)
      text("path", side.path.string)
      text("since", side.since.map { "\(CalendarDay(time: $0))" })
      integer("words", side.words)
      integer("shared", side.shared)
      writer.key("containment")
      writer.number((side.containment * 1_000).rounded() / 1_000)
      writer.key("sections")
      writer.beginArray()
      for section in side.sections {
        writer.beginObject()
        text("title", section.title)
        integer("line", section.lines.lowerBound)
        integer("end_line", section.lines.upperBound)
        integer("words", section.words)
        integer("shared", section.shared)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.beginObject()
    text("schema", "academy-reuse-suggest/1")
    writer.key("suggestions")
    writer.beginArray()
    for suggestion in report.suggestions {
      writer.beginObject()
      side("copy", suggestion.copy)
      side("original", suggestion.original)
      text("as", suggestion.kind.rawValue)
      text("evidence", suggestion.evidence.rawValue)
      text("release", suggestion.release?.description)
      text("through", suggestion.through)
      writer.endObject()
    }
    writer.endArray()
    integer("lessons", report.lessons)
    integer("courses", courses.count)
    integer("declared", report.declared)
    integer("short", report.short)
    integer("unreadable", report.unreadable)
    writer.endObject()
    writer.newline()
    return writer.bytes
  }
}

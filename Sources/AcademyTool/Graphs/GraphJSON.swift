import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// A graph of reuse as JSON.
enum GraphJSON {
  static func bytes(_ graph: ReuseGraph) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    func text(_ key: String, _ value: String?) {
      writer.key(key)
      if let value { writer.string(value) } else { writer.null() }
    }
    writer.beginObject()
    text("schema", "academy-reuse-graph/1")
    writer.key("courses")
    writer.beginArray()
    for course in graph.courses {
      writer.beginObject()
      text("id", course.id)
      text("office", course.office)
      text("version", course.version?.description)
      writer.key("known")
      writer.bool(course.isKnown)
      writer.endObject()
    }
    writer.endArray()
    writer.key("reuses")
    writer.beginArray()
    for reuse in graph.reuses {
      writer.beginObject()
      text("by", reuse.by)
      text("of", reuse.of)
      text("as", reuse.kind.rawValue)
      text("range", reuse.range)
      writer.key("lessons")
      writer.beginArray()
      for lesson in reuse.lessons {
        writer.beginObject()
        text("upstream", lesson.upstream)
        text("own", lesson.own)
        text("version", lesson.version?.description)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.bytes
  }
}

import Framework
import SourceCore
import StructuredData

/// The line that `academy schema check` prints for one file.
struct SchemaReport {
  private var source: SchemaSource
  private var errors: [SchemaProblem] = []

  init(_ source: SchemaSource) { self.source = source }

  /// Whether nothing is wrong.
  var isValid: Bool { errors.isEmpty }

  /// Checks the file.
  mutating func check(_ validator: SchemaValidator) throws(SchemaLimit) {
    // What breaks the file's own format stands first in the file's order, too.
    errors = source.problems.map { problem in
      SchemaProblem(
        range: problem.range, pointer: "", keyword: "", message: problem.message,
        help: problem.help)
    }
    errors += try validator.problems(of: source.root)
    if !source.problems.isEmpty { errors.sort { $0.range < $1.range } }
  }

  /// One line of JSON.
  mutating func line() -> [UInt8] {
    var writer = JSONWriter(pretty: false)
    writer.beginObject()
    writer.key("instance")
    writer.string(source.path)
    writer.key("valid")
    writer.bool(isValid)
    writer.key("errors")
    writer.beginArray()
    for error in errors { write(error, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private mutating func write(_ error: SchemaProblem, to writer: inout JSONWriter) {
    let place = source.place(error.range)
    writer.beginObject()
    writer.key("instance_pointer")
    writer.string(error.pointer)
    writer.key("keyword")
    writer.string(error.keyword)
    writer.key("schema_pointer")
    writer.string(error.schemaPointer)
    writer.key("schema_location")
    writer.string(error.schemaLocation)
    writer.key("message")
    writer.string(error.message + (error.help.map { "; " + $0 } ?? ""))
    writer.key("line")
    writer.integer(place.line)
    writer.key("column")
    writer.integer(place.column)
    writer.endObject()
  }
}

import SourceCore

/// Prints findings for other programs, never cut: `academy-findings/1`.
public struct JSONReporter: Sendable {
  /// Name and number of the format.
  public static let schema = "academy-findings/1"

  /// Makes a reporter.
  public init() {}

  /// The report on sorted diagnostics, in UTF-8; it ends with a line feed.
  public func report(_ diagnostics: [Diagnostic], summary: RunSummary) -> [UInt8] {
    var bytes: [UInt8] = []
    report(diagnostics, summary: summary) { bytes += $0 }
    return bytes
  }

  /// Bytes that are gathered before they are passed on.
  private static let part = 1 << 16

  /// Passes on the report part by part, so that it is never held as a whole.
  public func report(
    _ diagnostics: [Diagnostic], summary: RunSummary, write: ([UInt8]) -> Void
  ) {
    var json = JSONWriter(pretty: true)
    json.beginObject()
    json.key("schema")
    json.string(Self.schema)
    json.key("findings")
    json.beginArray()
    for diagnostic in diagnostics {
      self.write(diagnostic, to: &json)
      if json.bytes.count >= Self.part { write(json.take()) }
    }
    json.endArray()
    json.key("summary")
    json.beginObject()
    for severity in [Severity.error, .warning, .note] {
      json.key(severity.rawValue + "s")
      json.integer(diagnostics.count { $0.severity == severity })
    }
    json.key("files")
    json.integer(summary.filesChecked)
    json.key("courses")
    json.beginArray()
    for course in summary.courses { json.string(course) }
    json.endArray()
    json.endObject()
    json.endObject()
    json.newline()
    write(json.take())
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.beginObject()
    json.key("rule")
    json.string(diagnostic.rule)
    json.key("alias")
    optional(diagnostic.alias, to: &json)
    json.key("severity")
    json.string(diagnostic.severity.rawValue)
    json.key("path")
    json.string(diagnostic.path)
    if let cell = diagnostic.cell {
      json.key("cell")
      json.integer(cell)
    }
    json.key("line")
    json.integer(diagnostic.line)
    json.key("column")
    json.integer(diagnostic.column)
    json.key("end_line")
    json.integer(diagnostic.endLine)
    json.key("end_column")
    json.integer(diagnostic.endColumn)
    json.key("excerpt")
    json.string(diagnostic.excerpt)
    json.key("message")
    json.string(diagnostic.message)
    json.key("help")
    optional(diagnostic.help, to: &json)
    json.key("notes")
    json.beginArray()
    for note in diagnostic.notes { write(note, to: &json) }
    json.endArray()
    json.key("fingerprint")
    json.string(diagnostic.fingerprint)
    json.key("fixable")
    json.bool(diagnostic.fix != nil)
    if let fix = diagnostic.fix {
      json.key("fix")
      json.beginObject()
      json.key("title")
      json.string(fix.title)
      json.key("applicability")
      json.string(fix.applicability.rawValue)
      json.endObject()
    }
    json.endObject()
  }

  private func write(_ note: Finding.Note, to json: inout JSONWriter) {
    json.beginObject()
    json.key("text")
    json.string(note.text)
    json.key("path")
    optional(note.path?.string, to: &json)
    json.key("line")
    if let line = note.line { json.integer(line) } else { json.null() }
    json.endObject()
  }

  private func optional(_ text: String?, to json: inout JSONWriter) {
    if let text { json.string(text) } else { json.null() }
  }
}

import SourceCore

/// Prints findings in reviewdog's diagnostic format, fixes as suggestions.
public struct RDJSONReporter: Reporter {
  /// Makes a reporter.
  public init() {}

  /// Passes on the report part by part.
  public func report(
    _ diagnostics: [Diagnostic], summary: RunSummary, write: ([UInt8]) -> Void
  ) {
    var json = JSONWriter(pretty: true)
    json.beginObject()
    json.key("source")
    json.beginObject()
    json.key("name")
    json.string("academy")
    json.endObject()
    json.key("diagnostics")
    json.beginArray()
    for diagnostic in diagnostics {
      self.write(diagnostic, to: &json)
      if json.bytes.count >= reportPart { write(json.take()) }
    }
    json.endArray()
    json.endObject()
    json.newline()
    write(json.take())
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.beginObject()
    json.key("message")
    json.string(ReportText.statement(diagnostic))
    json.key("location")
    json.beginObject()
    json.key("path")
    json.string(diagnostic.path)
    if !diagnostic.isAboutWhole, diagnostic.cell == nil { range(diagnostic, to: &json) }
    json.endObject()
    json.key("severity")
    json.string(Self.severity(diagnostic.severity))
    json.key("code")
    json.beginObject()
    json.key("value")
    json.string(diagnostic.rule)
    json.endObject()
    // Suggestions are alternatives to each other, so that several edits of one fix cannot be told.
    if let edits = diagnostic.fix?.edits, edits.count == 1, let span = edits[0].span {
      json.key("suggestions")
      json.beginArray()
      json.beginObject()
      json.key("range")
      json.beginObject()
      point("start", Int(span.start.line), Int(span.start.byteColumn), to: &json)
      point("end", Int(span.end.line), Int(span.end.byteColumn), to: &json)
      json.endObject()
      json.key("text")
      json.string(edits[0].replacement)
      json.endObject()
      json.endArray()
    }
    let related = diagnostic.notes.filter { $0.path != nil }
    if !related.isEmpty {
      json.key("related_locations")
      json.beginArray()
      for note in related { self.related(note, to: &json) }
      json.endArray()
    }
    json.endObject()
  }

  /// Columns count bytes here, which only the excerpt can tell.
  private func range(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    let columns = Self.byteColumns(diagnostic)
    json.key("range")
    json.beginObject()
    point("start", diagnostic.line, columns?.start, to: &json)
    let isOneLine = diagnostic.endLine == diagnostic.line
    if diagnostic.endLine > diagnostic.line || (isOneLine && columns?.end != nil) {
      point("end", diagnostic.endLine, isOneLine ? columns?.end : nil, to: &json)
    }
    json.endObject()
  }

  private static func byteColumns(_ diagnostic: Diagnostic) -> (start: Int, end: Int?)? {
    guard diagnostic.excerptColumn == 1, !diagnostic.excerpt.isEmpty else { return nil }
    var start: Int?
    var end: Int?
    var column = 1
    var bytes = 1
    for scalar in diagnostic.excerpt.unicodeScalars {
      if column == diagnostic.column { start = bytes }
      if column == diagnostic.endColumn { end = bytes }
      column += 1
      bytes += UTF8.width(scalar)
    }
    if column == diagnostic.column { start = bytes }
    if column == diagnostic.endColumn { end = bytes }
    return start.map { ($0, end) }
  }

  private func related(_ note: Finding.Note, to json: inout JSONWriter) {
    json.beginObject()
    json.key("message")
    json.string(note.text)
    json.key("location")
    json.beginObject()
    json.key("path")
    json.string(note.path?.string ?? ".")
    if let line = note.line {
      json.key("range")
      json.beginObject()
      point("start", line, nil, to: &json)
      json.endObject()
    }
    json.endObject()
    json.endObject()
  }

  private func point(_ name: String, _ line: Int, _ column: Int?, to json: inout JSONWriter) {
    json.key(name)
    json.beginObject()
    json.key("line")
    json.integer(line)
    if let column {
      json.key("column")
      json.integer(column)
    }
    json.endObject()
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}

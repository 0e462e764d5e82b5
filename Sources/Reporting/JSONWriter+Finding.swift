import SourceCore

extension JSONWriter {
  /// Writes a finding as an object, as every JSON report of our own has it.
  mutating func finding(_ diagnostic: Diagnostic) {
    beginObject()
    key("rule")
    string(diagnostic.rule)
    key("alias")
    optional(diagnostic.alias)
    key("severity")
    string(diagnostic.severity.rawValue)
    key("path")
    string(diagnostic.path)
    if let cell = diagnostic.cell {
      key("cell")
      integer(cell)
    }
    key("line")
    integer(diagnostic.line)
    key("column")
    integer(diagnostic.column)
    key("end_line")
    integer(diagnostic.endLine)
    key("end_column")
    integer(diagnostic.endColumn)
    key("excerpt")
    string(diagnostic.excerpt)
    key("message")
    string(diagnostic.message)
    key("help")
    optional(diagnostic.help)
    key("notes")
    beginArray()
    for note in diagnostic.notes { self.note(note) }
    endArray()
    key("fingerprint")
    string(diagnostic.fingerprint)
    key("fixable")
    bool(diagnostic.fix != nil)
    if let fix = diagnostic.fix {
      key("fix")
      beginObject()
      key("title")
      string(fix.title)
      key("applicability")
      string(fix.applicability.rawValue)
      endObject()
    }
    endObject()
  }

  private mutating func note(_ note: Finding.Note) {
    beginObject()
    key("text")
    string(note.text)
    key("path")
    optional(note.path?.string)
    key("line")
    if let line = note.line { integer(line) } else { null() }
    endObject()
  }

  private mutating func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Writes what a run looked at and how much was found.
  mutating func summary(_ summary: RunSummary, of diagnostics: [Diagnostic]) {
    beginObject()
    for severity in [Severity.error, .warning, .note] {
      key(severity.rawValue + "s")
      integer(diagnostics.count { $0.severity == severity })
    }
    key("files")
    integer(summary.filesChecked)
    key("courses")
    beginArray()
    for course in summary.courses { string(course) }
    endArray()
    endObject()
  }
}

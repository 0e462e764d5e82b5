import SourceCore

/// Prints findings as SARIF 2.1.0, with the rules' help and the fixes.
public struct SARIFReporter: Reporter {
  private let rules: [String: RuleInfo]
  private let version: String

  /// Makes a reporter of a tool of some version, which knows the rules by their ids.
  public init(rules: [String: RuleInfo], version: String) {
    self.rules = rules
    self.version = version
  }

  /// Passes on the report part by part.
  public func report(
    _ diagnostics: [Diagnostic], summary: RunSummary, write: ([UInt8]) -> Void
  ) {
    var json = JSONWriter(pretty: true)
    json.beginObject()
    json.key("$schema")
    json.string("https://json.schemastore.org/sarif-2.1.0.json")
    json.key("version")
    json.string("2.1.0")
    json.key("runs")
    json.beginArray()
    json.beginObject()
    let names = Set(diagnostics.map(\.rule)).sorted {
      $0.precedesBytewise($1)
    }
    tool(names, to: &json)
    json.key("columnKind")
    json.string("unicodeCodePoints")
    json.key("results")
    json.beginArray()
    let indexes = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for diagnostic in diagnostics {
      result(diagnostic, indexes[diagnostic.rule] ?? 0, to: &json)
      if json.bytes.count >= reportPart { write(json.take()) }
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.newline()
    write(json.take())
  }

  private func tool(_ names: [String], to json: inout JSONWriter) {
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.key("name")
    json.string("academy")
    json.key("semanticVersion")
    json.string(version)
    json.key("rules")
    json.beginArray()
    for name in names { rule(name, to: &json) }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private func rule(_ name: String, to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(name)
    if let info = rules[name] {
      text("shortDescription", info.summary, to: &json)
      text("fullDescription", info.why, to: &json)
      text("help", "\(info.why)\n\nSource: \(info.source)", to: &json)
      json.key("defaultConfiguration")
      json.beginObject()
      json.key("level")
      json.string(info.severity.rawValue)
      json.endObject()
      json.key("properties")
      json.beginObject()
      json.key("tags")
      json.beginArray()
      for tag in [info.group] + (info.alias.map { [$0] } ?? []) { json.string(tag) }
      json.endArray()
      json.endObject()
    }
    json.endObject()
  }

  private func result(_ diagnostic: Diagnostic, _ index: Int, to json: inout JSONWriter) {
    json.beginObject()
    json.key("ruleId")
    json.string(diagnostic.rule)
    json.key("ruleIndex")
    json.integer(index)
    json.key("level")
    json.string(diagnostic.severity.rawValue)
    text("message", ReportText.statement(diagnostic), to: &json)
    json.key("locations")
    json.beginArray()
    json.beginObject()
    place(diagnostic.path, to: &json) { json in
      guard !diagnostic.isAboutWhole, diagnostic.cell == nil else { return }
      json.key("region")
      region(
        diagnostic.line, diagnostic.column, max(diagnostic.line, diagnostic.endLine),
        diagnostic.endColumn, to: &json)
    }
    json.endObject()
    json.endArray()
    related(diagnostic.notes, to: &json)
    json.key("partialFingerprints")
    json.beginObject()
    json.key("academyFinding/v1")
    json.string(diagnostic.fingerprint)
    // GitHub tells findings apart by this one, and would make it of line contents.
    json.key("primaryLocationLineHash")
    json.string("\(diagnostic.fingerprint.prefix(16)):\(diagnostic.occurrence + 1)")
    json.endObject()
    fix(diagnostic, to: &json)
    json.endObject()
  }

  private func related(_ notes: [Finding.Note], to json: inout JSONWriter) {
    let notes = notes.filter { $0.path != nil }
    if notes.isEmpty { return }
    json.key("relatedLocations")
    json.beginArray()
    for (number, note) in notes.enumerated() {
      json.beginObject()
      json.key("id")
      json.integer(number + 1)
      place(note.path?.string ?? ".", to: &json) { json in
        guard let line = note.line else { return }
        json.key("region")
        json.beginObject()
        json.key("startLine")
        json.integer(max(1, line))
        json.endObject()
      }
      text("message", note.text, to: &json)
      json.endObject()
    }
    json.endArray()
  }

  private func fix(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    guard let fix = diagnostic.fix, !fix.edits.isEmpty,
      fix.edits.allSatisfy({ $0.span != nil })
    else { return }
    json.key("fixes")
    json.beginArray()
    json.beginObject()
    text("description", fix.title, to: &json)
    json.key("artifactChanges")
    json.beginArray()
    json.beginObject()
    artifact(diagnostic.path, to: &json)
    json.key("replacements")
    json.beginArray()
    for edit in fix.edits {
      guard let span = edit.span else { continue }
      json.beginObject()
      json.key("deletedRegion")
      region(
        Int(span.start.line), Int(span.start.column), Int(span.end.line), Int(span.end.column),
        to: &json)
      text("insertedContent", edit.replacement, to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endArray()
  }

  private func place(
    _ path: String, to json: inout JSONWriter, region: (inout JSONWriter) -> Void
  ) {
    json.key("physicalLocation")
    json.beginObject()
    artifact(path, to: &json)
    region(&json)
    json.endObject()
  }

  private func artifact(_ path: String, to json: inout JSONWriter) {
    json.key("artifactLocation")
    json.beginObject()
    json.key("uri")
    json.string(ReportText.uri(path))
    json.key("uriBaseId")
    json.string("%SRCROOT%")
    json.endObject()
  }

  private func region(
    _ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int, to json: inout JSONWriter
  ) {
    json.beginObject()
    let numbers = [
      ("startLine", line), ("startColumn", column), ("endLine", endLine), ("endColumn", endColumn),
    ]
    for (name, number) in numbers {
      json.key(name)
      json.integer(number)
    }
    json.endObject()
  }

  private func text(_ key: String, _ text: String, to json: inout JSONWriter) {
    json.key(key)
    json.beginObject()
    json.key("text")
    json.string(text)
    json.endObject()
  }
}

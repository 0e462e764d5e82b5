import SourceCore

/// Prints findings as GitLab's code quality report.
public struct GitLabReporter: Reporter {
  /// Makes a reporter.
  public init() {}

  /// Passes on the report part by part.
  public func report(
    _ diagnostics: [Diagnostic], summary: RunSummary, write: ([UInt8]) -> Void
  ) {
    var json = JSONWriter(pretty: true)
    json.beginArray()
    for diagnostic in diagnostics {
      json.beginObject()
      json.key("type")
      json.string("issue")
      json.key("check_name")
      json.string(diagnostic.rule)
      json.key("description")
      json.string(ReportText.statement(diagnostic))
      json.key("categories")
      json.beginArray()
      json.string("Style")
      json.endArray()
      json.key("severity")
      json.string(Self.severity(diagnostic.severity))
      json.key("fingerprint")
      json.string(diagnostic.fingerprint)
      json.key("location")
      json.beginObject()
      json.key("path")
      json.string(diagnostic.path)
      json.key("lines")
      json.beginObject()
      // A cell's lines are no lines of the file.
      let hasLines = diagnostic.cell == nil
      json.key("begin")
      json.integer(hasLines ? diagnostic.line : 1)
      json.key("end")
      json.integer(hasLines ? max(diagnostic.line, diagnostic.endLine) : 1)
      json.endObject()
      json.endObject()
      json.endObject()
      if json.bytes.count >= reportPart { write(json.take()) }
    }
    json.endArray()
    json.newline()
    write(json.take())
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}

import SourceCore

/// Prints one finding on each line and the summary on the last one, for programs that read as it
/// comes.
public struct JSONLinesReporter: Reporter {
  /// Makes a reporter.
  public init() {}

  /// Passes on the report part by part.
  public func report(
    _ diagnostics: [Diagnostic], summary: RunSummary, write: ([UInt8]) -> Void
  ) {
    var json = JSONWriter(pretty: false)
    for diagnostic in diagnostics {
      json.finding(diagnostic)
      json.newline()
      if json.bytes.count >= reportPart { write(json.take()) }
    }
    json.beginObject()
    json.key("schema")
    json.string(JSONReporter.schema)
    json.key("summary")
    json.summary(summary, of: diagnostics)
    json.endObject()
    json.newline()
    write(json.take())
  }
}

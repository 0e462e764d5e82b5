import SourceCore

/// Prints findings for other programs, never cut: `academy-findings/1`.
public struct JSONReporter: Reporter {
  /// Name and number of the format.
  public static let schema = "academy-findings/1"

  /// Makes a reporter.
  public init() {}

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
      json.finding(diagnostic)
      if json.bytes.count >= reportPart { write(json.take()) }
    }
    json.endArray()
    json.key("summary")
    json.summary(summary, of: diagnostics)
    json.endObject()
    json.newline()
    write(json.take())
  }
}

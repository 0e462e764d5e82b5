import TestSupport
import Testing

/// Holds what the tool says against files below `Golden`.
enum GoldenOutput {
  /// Compares a text with `Golden/<name>.txt`.
  static func check(
    _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")
    if let complaint = try GoldenFile.complaint(actual, "\(folder)/Golden/\(name).txt") {
      Issue.record("\(complaint)", sourceLocation: sourceLocation)
    }
  }

  /// Compares status, output and errors of a command, with names in the place of what changes.
  static func check(
    _ outcome: ToolRunner.Outcome, _ name: String, hiding secrets: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var said = "status \(outcome.status)\n" + outcome.output + outcome.errors
    for (text, name) in secrets { said = said.replacing(text, with: name) }
    try check(said, name, sourceLocation: sourceLocation)
  }
}

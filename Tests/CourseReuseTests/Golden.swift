import SourceCore
import TestSupport
import Testing

/// Compares what a scenario tells with a file that was looked at.
enum Golden {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Golden"

  /// Compares findings, written out in full, with `Golden/<name>.txt`.
  static func check(
    _ found: [Diagnostic], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try check(text(found), name, sourceLocation: sourceLocation)
  }

  /// Compares a text with `Golden/<name>.txt`.
  static func check(
    _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if let complaint = try GoldenFile.complaint(actual, "\(folder)/\(name).txt") {
      Issue.record("\(complaint)", sourceLocation: sourceLocation)
    }
  }

  private static func text(_ found: [Diagnostic]) -> String {
    if found.isEmpty { return "nothing found\n" }
    var text = ""
    for d in found {
      let place = d.flagged.isEmpty ? "" : ":\(d.line):\(d.column)-\(d.endColumn)"
      text += "\(d.severity.rawValue)[\(d.rule)] \(d.path)\(place)\n  \(d.message)\n"
      if let help = d.help { text += "  help: \(help)\n" }
      for note in d.notes { text += "  note: \(note.text)\n" }
      if let fix = d.fix { text += "  fix: \(fix.title)\n" }
    }
    return text
  }
}

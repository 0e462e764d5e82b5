import Foundation
import Testing

/// A file that holds the output a test expects.
enum Golden {
  /// Compares `actual` with `Golden/<name>`; with `UPDATE_GOLDEN=1` it writes the file and fails, so
  /// that nobody updates by accident.
  static func check(
    _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      Issue.record("wrote \(name); look at it, and run again", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
    if actual != expected {
      let pairs = zip(actual.split(separator: "\n"), expected.split(separator: "\n"))
      let line = pairs.enumerated().first { $0.element.0 != $0.element.1 }
      Issue.record(
        """
        \(name) differs from line \((line?.offset ?? -1) + 1) on:
        is:        \(line?.element.0 ?? "longer or shorter")
        should be: \(line?.element.1 ?? "longer or shorter")
        """, sourceLocation: sourceLocation)
    }
  }
}

import SourceCore

/// A way to tell findings to another program.
public protocol Reporter: Sendable {
  /// Passes on the report on sorted diagnostics part by part, in UTF-8, so that it is never held as a
  /// whole; it ends with a line feed.
  func report(_ diagnostics: [Diagnostic], summary: RunSummary, write: ([UInt8]) -> Void)
}

extension Reporter {
  /// The whole report.
  public func report(_ diagnostics: [Diagnostic], summary: RunSummary) -> [UInt8] {
    var bytes: [UInt8] = []
    report(diagnostics, summary: summary) { bytes += $0 }
    return bytes
  }
}

/// Bytes that are gathered before they are passed on.
let reportPart = 1 << 16

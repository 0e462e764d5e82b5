import ArgumentParser
import Reporting
import SourceCore

/// How findings can be reported.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, jsonl, rdjson, sarif, github, gitlab, junit, markdown

  /// What the report asks of findings; a whole one shows each in full.
  func needs(isWhole: Bool) -> DiagnosticNeeds {
    switch self {
    case .text:
      isWhole
        ? DiagnosticNeeds(excerpts: .max, edits: false)
        : DiagnosticNeeds(
          excerpts: TextReporter.excerptsPerRule, edits: false,
          findings: TextReporter.findingsPerRule)
    case .json, .jsonl: DiagnosticNeeds(excerpts: .max, edits: false)
    case .rdjson: DiagnosticNeeds(excerpts: .max, edits: true, editSpans: true)
    case .sarif: DiagnosticNeeds(excerpts: 0, edits: true, editSpans: true)
    case .github, .gitlab, .junit, .markdown: DiagnosticNeeds(excerpts: 0, edits: false)
    }
  }
}

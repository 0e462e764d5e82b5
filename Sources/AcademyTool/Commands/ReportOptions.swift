import ArgumentParser
import Reporting
import SourceCore

/// Options of every command that reports findings.
struct ReportOptions: ParsableArguments {
  @Option(help: "How to report: text or json.")
  var format: Format = .text

  @Flag(help: "Show every finding in full; the text report otherwise groups and cuts.")
  var all = false

  @Option(
    name: .customLong("fail-on"),
    help: "Lowest severity that makes the exit status 1: error, warning or note.")
  var failOn: Severity = .error

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  /// What the report asks of findings; fixes that are applied need their edits.
  func needs(fixing: Bool) -> DiagnosticNeeds {
    let isWhole = all || format != .text
    return DiagnosticNeeds(
      excerpts: isWhole ? .max : TextReporter.excerptsPerRule, edits: fixing)
  }

  /// Sorts and prints findings to standard output.
  ///
  /// - Returns: whether one of them reaches the threshold.
  func report(_ found: [Diagnostic], files: Int, courses: [String]) -> Bool {
    var diagnostics = found
    Diagnostic.finish(&diagnostics)
    let summary = RunSummary(filesChecked: files, courses: courses)
    switch format {
    case .text:
      let reporter = TextReporter(
        TextReporter.Options(color: Console.usesColor, all: all, width: Console.width))
      reporter.report(diagnostics, summary: summary, rules: AllRules.byID) { Console.output($0) }
    case .json: JSONReporter().report(diagnostics, summary: summary) { Console.output($0) }
    }
    return diagnostics.contains { $0.severity >= failOn }
  }
}

extension Severity: ExpressibleByArgument {}

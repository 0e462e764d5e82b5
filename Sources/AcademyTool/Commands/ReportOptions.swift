import ArgumentParser
import Reporting
import SourceCore

/// Options of every command that reports findings.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How to report: text, json, jsonl, rdjson, sarif, github, gitlab, junit or markdown.",
      discussion: "Inside GitHub Actions the text comes with annotations where nothing is given."))
  var chosenFormat: ReportFormat?

  @Flag(help: "Show every finding in full; the text report otherwise groups and cuts.")
  var all = false

  @Option(
    name: .customLong("fail-on"),
    help: "Lowest severity that makes the exit status 1: error, warning or note.")
  var failOn: Severity = .error

  @Option(
    name: .customLong("max-warnings"),
    help: ArgumentHelp("More warnings than these make the exit status 1.", valueName: "n"))
  var maxWarnings: Int?

  /// How commands that report no findings can print what they have.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  func validate() throws {
    if let maxWarnings, maxWarnings < 0 {
      throw ValidationError("--max-warnings must be 0 or more")
    }
  }

  /// How findings are printed.
  var format: ReportFormat { chosenFormat ?? .text }

  /// Whether people read what is printed to standard output.
  func isText(besides files: [ReportFile] = []) -> Bool {
    format == .text && !files.contains(where: \.isStandardOutput)
  }

  /// What the reports ask of findings; fixes that are applied need their edits, and what is compared
  /// with other findings, as by fixes, must be there, not only counted.
  func needs(fixing: Bool, comparing: Bool = false, files: [ReportFile] = []) -> DiagnosticNeeds {
    let isWhole = fixing || comparing || Environment.isGitHubAction
    return files.reduce(format.needs(isWhole: all)) { $0.union($1.format.needs(isWhole: true)) }
      .union(DiagnosticNeeds(excerpts: 0, edits: fixing, findings: isWhole ? .max : 0))
  }

  /// Sorts and reports findings.
  ///
  /// - Returns: whether they make the command fail.
  func report(
    _ found: consuming [Diagnostic], files: Int, courses: [String], to outputs: [ReportFile] = []
  ) throws -> Bool {
    var diagnostics = found
    Diagnostic.finish(&diagnostics)
    return try report(
      finished: diagnostics, RunSummary(filesChecked: files, courses: courses), to: outputs)
  }

  /// Reports findings that are sorted and counted already.
  ///
  /// - Returns: whether they make the command fail.
  func report(
    finished diagnostics: [Diagnostic], _ summary: RunSummary, to outputs: [ReportFile] = []
  ) throws -> Bool {
    let isPrinted = outputs.contains(where: \.isStandardOutput)
    if isPrinted, chosenFormat != nil {
      throw ToolFailure(
        "two reports cannot share standard output",
        help: "leave out --format, or write the other report to a file")
    }
    if !isPrinted { write(diagnostics, summary) }
    for file in outputs {
      if file.isStandardOutput {
        write(file.format, diagnostics, summary) { Console.output($0) }
      } else {
        let sink = try ReportSink(file.path)
        write(file.format, diagnostics, summary, to: sink.write)
        try sink.finish()
      }
    }
    summarise(diagnostics, summary)
    return fails(diagnostics)
  }

  private func fails(_ diagnostics: [Diagnostic]) -> Bool {
    if let maxWarnings {
      let warnings = Diagnostic.tally(.warning, in: diagnostics)
      if warnings > maxWarnings {
        Console.error("There are \(warnings) warnings; --max-warnings allows \(maxWarnings).\n")
        return true
      }
    }
    return diagnostics.contains { $0.severity >= failOn }
  }

  /// Prints the report that is for standard output.
  private func write(_ diagnostics: [Diagnostic], _ summary: RunSummary) {
    let isAction = chosenFormat == nil && Environment.isGitHubAction
    if format == .text {
      let reporter = TextReporter(
        TextReporter.Options(color: Console.usesColor, all: all, width: Console.width))
      reporter.report(diagnostics, summary: summary, rules: AllRules.byID) {
        Console.output(isAction ? GitHubReporter.inert($0) : $0)
      }
    } else {
      write(format, diagnostics, summary) { Console.output($0) }
    }
    if isAction {
      GitHubReporter(listsRest: false).report(diagnostics, summary: summary) { Console.output($0) }
    }
  }

  private func write(
    _ format: ReportFormat, _ diagnostics: [Diagnostic], _ summary: RunSummary,
    to write: ([UInt8]) -> Void
  ) {
    let reporter: any Reporter
    switch format {
    case .text:
      TextReporter(TextReporter.Options(all: true))
        .report(diagnostics, summary: summary, rules: AllRules.byID) { write(Array($0.utf8)) }
      return
    case .json: reporter = JSONReporter()
    case .jsonl: reporter = JSONLinesReporter()
    case .rdjson: reporter = RDJSONReporter()
    case .sarif: reporter = SARIFReporter(rules: AllRules.byID, version: Academy.version)
    case .github: reporter = GitHubReporter()
    case .gitlab: reporter = GitLabReporter()
    case .junit: reporter = JUnitReporter(failOn: failOn)
    case .markdown: reporter = MarkdownReporter(rules: AllRules.byID)
    }
    reporter.report(diagnostics, summary: summary, write: write)
  }

  /// Adds a summary to the page of a GitHub job.
  private func summarise(_ diagnostics: [Diagnostic], _ summary: RunSummary) {
    guard Environment.isGitHubAction, let path = Environment.value("GITHUB_STEP_SUMMARY"),
      !path.isEmpty
    else { return }
    let text = MarkdownReporter(rules: AllRules.byID).report(diagnostics, summary: summary)
    do {
      try ReportSink.append(text, to: path)
    } catch {
      Console.error("The job's summary could not be written.\n")
    }
  }
}

extension Severity: ExpressibleByArgument {}

extension Environment {
  /// Whether this is a step of GitHub Actions.
  static var isGitHubAction: Bool { value("GITHUB_ACTIONS") == "true" }
}

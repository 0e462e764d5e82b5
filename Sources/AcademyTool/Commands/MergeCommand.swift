import ArgumentParser
import Reporting
import SourceCore

/// `academy merge`: reports what the parts of a run have found.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Reports what the parts of a run have found, as if it had been one run.",
    discussion: """
      Wants the file of each part that `academy lint --shard` or `academy run --shard` has written, \
      in any order; the courses need not be there. All parts must be of the same commit, options, \
      settings and build of this tool.
      """)

  @Argument(help: "The parts.", completion: .file(extensions: ["part"]))
  var parts: [String]

  @Option(
    help: ArgumentHelp(
      "Leave out the findings that this file accepts, of parts of `lint`.", valueName: "file"))
  var baseline: String?

  @Flag(
    name: .customLong("update-baseline"),
    help: "Write the file of --baseline anew: it accepts what is found now.")
  var updatesBaseline = false

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write the page about all courses, of parts of `run`: report.html in this folder.",
      valueName: "folder"),
    completion: .directory)
  var reportFolder: String?

  @OptionGroup var output: ReportOptions

  @OptionGroup var reports: ReportFiles

  func validate() throws {
    if updatesBaseline, baseline == nil {
      throw ValidationError("--update-baseline wants --baseline and a file")
    }
  }

  func run() async throws {
    let set = try PartSet(parts.map { try PartFile($0) })
    switch set.header.kind {
    case .lint: try await lint(set)
    case .run: try run(set)
    }
  }

  private func lint(_ set: PartSet) async throws {
    if reportFolder != nil { throw ValidationError("--report is for parts of `academy run`") }
    var lint = try MergedLint(set)
    try await lint.check()
    var diagnostics = lint.diagnostics
    Diagnostic.finish(&diagnostics)
    if let baseline {
      guard lint.targets.count == 1 else { throw ValidationError("a baseline is for one path") }
      let target = lint.targets[0]
      let seesAll = lint.rules.only.isEmpty && lint.rules.ignored.isEmpty
      let file = BaselineFile(path: baseline)
      if updatesBaseline {
        guard seesAll else {
          throw ToolFailure("--update-baseline wants parts without --only and --ignore")
        }
        return try file.accept(diagnostics, isCovered: target.covers)
      }
      diagnostics = try file.new(
        diagnostics, shrinks: seesAll && target.tree.view.origin == .worktree,
        isCovered: target.covers, isGone: target.tree.lacks)
    }
    let summary = RunSummary(filesChecked: lint.filesChecked, courses: lint.courseNames)
    if try output.report(finished: diagnostics, summary, to: reports.list) { throw ExitCode(1) }
  }

  private func run(_ set: PartSet) throws {
    if baseline != nil { throw ValidationError("a baseline is for parts of `academy lint`") }
    let run = try MergedRun(set)
    if let reportFolder {
      try RunReport.write(
        run.page, below: FileSystem.resolve(reportFolder, in: FileSystem.current))
    }
    let failed = try output.report(
      run.diagnostics, files: run.filesChecked, courses: run.courseNames, to: reports.list)
    if output.isText(besides: reports.list) { Console.output("\n" + run.summary) }
    if failed { throw ExitCode(1) }
  }
}

import ArgumentParser
import Framework
import SourceCore

/// `academy framework diff`: what changes from one framework to another, and for whom.
struct FrameworkDiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what changes between two frameworks, and which courses would newly fail.",
    discussion: """
      Each framework is framework/1, FILE, or FILE@REVISION, where a version means the release. The \
      courses are those at the paths; without any, those of pipeline.json in the current folder.

      Exit status: 0 no course gets a new error, 1 one does, 2 the tool could not do its work.
      """)

  @Argument(help: "The framework as it is.", completion: .file())
  var old: String

  @Argument(help: "The framework as it would be.", completion: .file())
  var new: String

  @Argument(help: "Courses to try it on.", completion: .file())
  var paths: [String] = []

  @Option(help: "How to report: text or json.")
  var format: ReportOptions.Format = .text

  func run() async throws {
    let loader = FrameworkLoader()
    let before = try loader.load(FrameworkPlace(argument: old))
    let after = try loader.load(FrameworkPlace(argument: new))
    let comparison = FrameworkComparison(before, after, rules: AllRules.list.map(\.info))
    let trial = FrameworkTrial(old: before, new: after)
    let impacts = try await paths.isEmpty ? trial.ofCurrentAcademy() : trial.courses(at: paths)
    let report = FrameworkDiffReport(
      old: before, new: after, changes: comparison.changes, impacts: impacts)
    switch format {
    case .text: Console.output(report.text(width: Console.width))
    case .json: Console.output(report.json)
    }
    if impacts.contains(where: { !$0.errors.isEmpty }) { throw ExitCode(1) }
  }
}

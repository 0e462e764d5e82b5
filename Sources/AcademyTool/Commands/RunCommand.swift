import ArgumentParser
import SourceCore

/// `academy run`: the whole pipeline.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Lints, checks reuse and packages every course of pipeline.json.",
    discussion: """
      Lints the work tree and packages the newest release of each course; the work tree, marked as \
      such, where there is none. A course with errors is not packaged.
      """)

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @Option(name: .customLong("output"), help: "Folder for the bundles.", completion: .directory)
  var outputFolder: String?

  @Flag(help: "Fail where a lock is missing or out of date, or where history is missing.")
  var locked = false

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var sources: SourceOptions

  @OptionGroup var output: ReportOptions

  func run() async throws {
    let session = try AcademySession.open(config: config, framework: framework, sources: sources)
    let folder = outputFolder.map { FileSystem.resolve($0, in: FileSystem.current) }
    var pipeline = PipelineRun(session: session, output: folder ?? session.output, locked: locked)
    try await pipeline.run()
    let failed = output.report(
      pipeline.diagnostics, files: pipeline.filesChecked, courses: pipeline.courseNames)
    if output.format == .text { Console.output("\n" + pipeline.summary) }
    if failed { throw ExitCode(1) }
  }
}

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

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Folder for the bundles; FORMAT=FILE writes a report besides, and may be given several times.",
      valueName: "folder|format=file"),
    completion: .directory)
  var outputs: [String] = []

  @Flag(help: "Fail where a lock is missing or out of date, or where history is missing.")
  var locked = false

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var sources: SourceOptions

  @OptionGroup(title: "Sharing the work") var sharding: ShardOptions

  @OptionGroup var output: ReportOptions

  private var files: [ReportFile] { outputs.compactMap { ReportFile(argument: $0) } }

  private var folders: [String] { outputs.filter { ReportFile(argument: $0) == nil } }

  func validate() throws {
    if folders.count > 1 {
      throw ValidationError(
        "bundles go to one folder; a report is \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")), `=` and a file"
      )
    }
    try ReportFiles.validate(files)
    try sharding.refuse(output, files)
  }

  func run() async throws {
    let session = try AcademySession.open(
      config: config, framework: framework, sources: sources, tellsTransfers: true)
    let folder = folders.first.map { FileSystem.resolve($0, in: FileSystem.current) }
    var pipeline = PipelineRun(session: session, output: folder ?? session.output, locked: locked)
    if let shard = sharding.shard {
      let part = ShardedRun(shard, session)
      try await pipeline.run(wanted: part.wants)
      let file = sharding.path(of: shard)
      try FileSystem.replace(file, with: part.bytes(pipeline, config: config, locked: locked))
      Console.error(
        "\(file): \(pipeline.courses.count) of \(session.courses.count) courses checked.\n")
      return
    }
    try await pipeline.run()
    try RunReport.write(
      RunReport.bytes(
        pipeline.courses, topics: RunReport.topics(session.framework),
        phases: RunReport.phases(session.framework)),
      below: pipeline.output)
    let failed = try output.report(
      pipeline.diagnostics, files: pipeline.filesChecked, courses: pipeline.courseNames,
      to: files)
    if output.isText(besides: files) { Console.output("\n" + pipeline.summary) }
    if failed { throw ExitCode(1) }
  }
}

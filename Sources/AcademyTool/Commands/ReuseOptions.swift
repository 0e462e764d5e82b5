import ArgumentParser

/// Options of the commands that change what is reused.
struct ReuseOptions: ParsableArguments {
  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @Option(help: "Id of the course to work on, where there are several here.")
  var course: String?

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var sources: SourceOptions

  /// Opens the academy.
  func open() throws -> ReuseSession {
    try ReuseSession.open(config: config, framework: framework, sources: sources)
  }
}

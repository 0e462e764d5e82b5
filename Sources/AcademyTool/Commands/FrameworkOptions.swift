import ArgumentParser
import Framework

/// The option of every command that holds courses against a framework.
struct FrameworkOptions: ParsableArguments {
  @Option(
    name: .customLong("framework"),
    help: """
      A framework document: FILE, or FILE@REVISION, where a version means the release. Else that of \
      pipeline.json, or framework/1 inside the tool.
      """, completion: .file())
  var argument: String?

  /// The framework that was named; nil where none was.
  func load() throws -> Framework? {
    try argument.map { try FrameworkLoader().load(FrameworkPlace(argument: $0)) }
  }
}

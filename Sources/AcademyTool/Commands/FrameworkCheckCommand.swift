import ArgumentParser
import SourceCore

/// `academy framework check`: whether a framework document can be used.
struct FrameworkCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a framework document, and says what it loosens.",
    discussion: """
      Exit status: 0 it can be used, 1 it has faults, 2 it cannot be read. What it asks less than \
      the framework that it extends is a warning; with --fail-on warning it counts too.
      """)

  @Argument(help: "The document: FILE, or FILE@REVISION.", completion: .file())
  var document: String

  @OptionGroup var output: ReportOptions

  @OptionGroup var files: ReportFiles

  func run() throws {
    let place = try FrameworkPlace(argument: document)
    let found = place == .builtin ? [] : try FrameworkLoader().read(place).diagnostics
    if try output.report(found, files: 1, courses: [], to: files.list) { throw ExitCode(1) }
  }
}

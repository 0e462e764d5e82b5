import ArgumentParser
import Framework
import SourceCore

/// `academy framework show`: what a framework asks for.
struct FrameworkShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows what a framework requires when, its vocabularies, and what findings weigh.",
    discussion: "Without --framework, that of pipeline.json in the current folder, if any.")

  @OptionGroup var framework: FrameworkOptions

  @Option(help: "How to show it: text or json.")
  var format: ReportOptions.Format = .text

  @Option(help: "The language of labels in the text.")
  var language = "en"

  func run() throws {
    let framework = try framework.load() ?? Self.ofCurrentFolder()
    let rules = AllRules.list.map(\.info)
    switch format {
    case .text:
      Console.output(
        FrameworkPage(framework, rules: rules, language: language, width: Console.width).text)
    case .json: Console.output(FrameworkJSON(framework, rules: rules).bytes)
    }
  }

  private static func ofCurrentFolder() throws -> Framework {
    guard FileSystem.exists("pipeline.json") else { return .builtin }
    return try PipelineFile.read("pipeline.json").loadFramework()
  }
}

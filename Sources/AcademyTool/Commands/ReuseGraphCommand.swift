import ArgumentParser
import CourseReuse

/// `academy reuse graph`: who takes what from whom.
struct ReuseGraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draws offices, courses, versions and kinds of reuse.")

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @Option(help: "How to draw: text, dot (Graphviz), mermaid (GitHub, GitLab) or json.")
  var format: GraphFormat = .text

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var sources: SourceOptions

  func run() async throws {
    let session = try AcademySession.open(
      config: config, framework: framework, sources: sources)
    Console.output(format.write(session.reuseChecker(locked: false).graph()))
  }
}

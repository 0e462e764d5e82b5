import ArgumentParser
import CourseReuse
import SourceCore

/// `academy reuse mark`: says that a translation follows its locked source.
struct ReuseMarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Says that a translated lesson was checked against its locked source.",
    discussion: """
      Paragraphs that were edited since the source changed count as translated. For those that were \
      not, --unchanged says on purpose that their text still holds.
      """)

  @Argument(help: "The lesson's id here.")
  var lesson: String

  @Flag(help: "The paragraphs that were not edited hold as they are.")
  var unchanged = false

  @OptionGroup var options: ReuseOptions

  func run() throws {
    let session = try options.open()
    for (index, updater) in try session.holders(of: lesson, options.course) {
      for name in updater.lessons(named: lesson) {
        let outcome = try ToolFailure.telling { try updater.mark(name, unchanged: unchanged) }
        if case .write(let path, let bytes) = outcome {
          try session.write([(path, bytes)], of: index)
          Console.error("marked     \(name): it follows its locked source\n")
        } else {
          Console.error("unchanged  \(name): it was marked so already\n")
        }
      }
    }
  }
}

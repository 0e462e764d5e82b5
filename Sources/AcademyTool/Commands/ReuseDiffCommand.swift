import ArgumentParser
import CourseReuse
import Identifiers
import SourceCore

/// `academy reuse diff`: what changed in a reused lesson, by section.
struct ReuseDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Shows what upstream changed in a reused lesson since the locked release, by section.",
    discussion: """
      A lesson is named by its id here, or as COURSE#LESSON with the ids of either side; without a \
      name all reused lessons are shown. With --own it shows what this office changed.
      """)

  @Argument(help: "The lesson: COURSE#LESSON, or its id here.")
  var lesson: String?

  @Option(help: "Compare with this version instead of the newest that the manifest allows.")
  var to: String?

  @Flag(help: "Show what this office changed in its copy.")
  var own = false

  @OptionGroup var options: ReuseOptions

  func run() throws {
    let session = try options.open()
    let version = try to.map { text in
      guard let version = SemVer(text) else {
        throw ToolFailure("`\(text)` is no version", help: "write it as 1.2.3")
      }
      return version
    }
    var holders: [(index: Int, updater: ReuseUpdater)] = []
    if let lesson {
      holders = try session.holders(of: lesson, options.course)
    } else {
      holders = try session.courses(options.course).map {
        ($0, ReuseUpdater(session.checker, course: $0))
      }
    }
    var text: [String] = []
    for (_, updater) in holders {
      for name in updater.lessons(named: lesson) {
        try ToolFailure.telling {
          let changes =
            own
            ? try updater.ownChanges(of: name)
            : try updater.upstreamChanges(of: name, to: version)
          text.append(LessonChangesText(changes).text)
        }
      }
    }
    Console.output(text.joined(separator: "\n"))
  }
}

import ArgumentParser
import CourseModel
import CourseReuse
import SourceCore

/// `academy release list`: what was released, and by what.
struct ReleaseListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the releases of courses, the newest first.",
    discussion: """
      A release is a tag whose tree holds the course's manifest with that id and version, or, with \
      `releases: declared`, the first commit that declares the version. Tags that fail this are \
      listed apart: they are no releases.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "A course's id or folder; all courses of pipeline.json if absent.")
  var course: String?

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @Option(help: "How to print: text or json.")
  var format: Format = .text

  @OptionGroup var framework: FrameworkOptions

  func run() async throws {
    let session = try AcademySession.open(config: config, framework: framework)
    let checker = session.reuseChecker(locked: false)
    let lists = try session.indices(of: course).map { index in
      let loaded = session.courses[index]
      let set = checker.releases(index)
      var lessons: [ObjectID: [String]] = [:]
      do throws(ReadFailure) {
        for release in set.releases + set.conflicts.flatMap(\.releases) {
          lessons[release.tree] = try checker.lessonIDs(in: release, of: index)
        }
      } catch {
        throw ToolFailure(error.message, help: error.help)
      }
      return ReleaseList(course: loaded.course, set: set, lessons: lessons)
    }
    switch format {
    case .text: Console.output(lists.map(\.text).joined(separator: "\n"))
    case .json: Console.output(ReleaseList.json(lists))
    }
  }
}

import ArgumentParser
import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// `academy release check`: whether a course's version says what changed.
struct ReleaseCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says which version a course's changes need, and why.",
    discussion: """
      Compares the course with its last release, item by item, by the table of what a version \
      number promises (docs/releasing.md). Exit status: 0 where the version in course.yml suffices, \
      1 where it does not, 2 where the tool could not compare.
      """)

  @Argument(help: "A course's id or folder; all courses of pipeline.json if absent.")
  var course: String?

  @Option(help: "The release to compare with; the newest below the course's own version if absent.")
  var against: String?

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @Option(help: "How to print: text or json.")
  var format: ReleaseListCommand.Format = .text

  @OptionGroup var framework: FrameworkOptions

  func run() async throws {
    let session = try AcademySession.open(config: config, framework: framework)
    let checker = session.reuseChecker(locked: false)
    let indices =
      against == nil ? try session.indices(of: course) : [try session.index(of: course)]
    var reports: [ReleaseCheckReport] = []
    for index in indices {
      let base = try against.map { try release($0, of: index, checker) }
      do throws(ReadFailure) {
        reports.append(
          ReleaseCheckReport(
            check: try checker.check(release: index, against: base, limits: session.timeLimits),
            limit: checker.releases(index).limit))
      } catch {
        throw ToolFailure(error.message, help: error.help)
      }
    }
    switch format {
    case .text: Console.output(reports.map(\.text).joined(separator: "\n"))
    case .json: Console.output(ReleaseCheckReport.json(reports))
    }
    if reports.contains(where: \.isFailure) { throw ExitCode(1) }
  }

  /// The release that was named on the command line.
  private func release(
    _ written: String, of index: Int, _ checker: ReuseChecker
  ) throws -> Release {
    let set = checker.releases(index)
    let text = written.hasPrefix("v") ? written.dropFirst() : written[...]
    let version = SemVer(text) ?? SemVer(calver: text)
    if let version, let release = set[version] { return release }
    let known = set.releases.map(\.version.description)
    throw ToolFailure(
      "there is no release \(written) of this course",
      help: known.isEmpty
        ? "it has none yet" : "its releases are \(known.joined(separator: ", "))")
  }
}

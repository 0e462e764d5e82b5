import ArgumentParser
import CourseReuse
import Identifiers
import SourceCore

/// `academy reuse impact`: who is touched by a change.
struct ReuseImpactCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Lists who reuses a course or lesson, and what its pending change means for each.",
    discussion: """
      COURSE is an id, such as office-a/prices; office-a/prices@1.2.0 asks for copies of that \
      version, office-a/prices#baskets for copies of that lesson.
      """)

  @Argument(help: "A course's id, with @VERSION and #LESSON where less is meant.")
  var course: String

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @Option(help: "How to print: text or json.")
  var format: ReleaseListCommand.Format = .text

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var sources: SourceOptions

  func run() async throws {
    let (id, version, lesson) = try parts()
    let session = try AcademySession.open(
      config: config, framework: framework, sources: sources)
    let checker = session.reuseChecker(locked: false)
    let impact: ReuseImpact?
    do throws(ReadFailure) {
      impact = try checker.impact(
        of: id, version: version, lesson: lesson, limits: session.timeLimits)
    } catch {
      throw ToolFailure(error.message, help: error.help)
    }
    guard let impact else {
      let names = checker.graph().courses.map(\.id)
      throw ToolFailure(
        "nobody has or reuses the course `\(id)`",
        help: NearMatch.best(for: id, among: names).map { "did you mean `\($0)`?" }
          ?? "the courses are \(names.joined(separator: ", "))")
    }
    let report = ImpactReport(impact: impact)
    switch format {
    case .text: Console.output(report.text)
    case .json: Console.output(report.json)
    }
  }

  /// The id, the version and the lesson of `office/course@1.2.0#lesson`.
  private func parts() throws -> (String, SemVer?, String?) {
    let hash = course.firstIndex(of: "#")
    let lesson = hash.map { String(course[course.index(after: $0)...]) }
    let front = course[..<(hash ?? course.endIndex)]
    guard let at = front.firstIndex(of: "@") else { return (String(front), nil, lesson) }
    let written = front[front.index(after: at)...]
    let text = written.hasPrefix("v") ? written.dropFirst() : written
    guard let version = SemVer(text) ?? SemVer(calver: text) else {
      throw ToolFailure(
        "`\(written)` is no version", help: "a version is three numbers, such as 1.4.0")
    }
    return (String(front[..<at]), version, lesson)
  }
}

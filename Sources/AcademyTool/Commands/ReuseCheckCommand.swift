import ArgumentParser
import CourseModel
import CourseReuse
import SourceCore

/// `academy reuse check`: holds copies against the releases they were taken from.
struct ReuseCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks releases, locks and reused lessons of the courses in pipeline.json.")

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @Flag(help: "Fail where a lock is missing or out of date, or where history is missing.")
  var locked = false

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var sources: SourceOptions

  @OptionGroup var cache: CacheOptions

  @OptionGroup var output: ReportOptions

  func run() async throws {
    let session = try AcademySession.open(config: config, framework: framework, sources: sources)
    let checker = session.reuseChecker(locked: locked, store: cache.open())
    let found = session.judged(checker.diagnostics(of: session.courses.indices))
    checker.remember()
    let failed = output.report(
      found, files: session.courses.reduce(0) { $0 + $1.course.lessons.count },
      courses: session.courses.map(\.course.name))
    if failed { throw ExitCode(1) }
  }
}

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

  @Flag(help: "List for each adapted lesson which sections differ from its release.")
  var sections = false

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var sources: SourceOptions

  @OptionGroup var cache: CacheOptions

  @OptionGroup var output: ReportOptions

  @OptionGroup var files: ReportFiles

  func run() async throws {
    let session = try AcademySession.open(config: config, framework: framework, sources: sources)
    let checker = session.reuseChecker(locked: locked, store: cache.open())
    let found = session.judged(checker.diagnostics(of: session.courses.indices))
    checker.remember()
    let failed = try output.report(
      found, files: session.courses.reduce(0) { $0 + $1.course.lessons.count },
      courses: session.courses.map(\.course.name), to: files.list)
    if sections, output.isText(besides: files.list) { show(session, checker) }
    if failed { throw ExitCode(1) }
  }

  private func show(_ session: AcademySession, _ checker: ReuseChecker) {
    for (index, loaded) in session.courses.enumerated()
    where loaded.course.metadata.reuses.contains(where: { $0.kind == .adapted }) {
      let updater = ReuseUpdater(checker, course: index)
      for name in updater.lessons(named: nil) {
        // Where a lesson cannot be compared, a finding says why.
        guard let changes = try? updater.ownChanges(of: name), changes.kind == .adapted else {
          continue
        }
        Console.output("\n" + LessonChangesText(changes, showsLines: false).text)
      }
    }
  }
}

import ArgumentParser
import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// `academy bundle`: packages courses.
struct BundleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Packages the newest release of each course as a web site, a zip and a file list.",
    discussion: """
      A course without a release is packaged from the work tree, and the bundle says so. A course \
      with errors is not packaged.
      """)

  @Argument(help: "Ids of the courses to package; all of pipeline.json if absent.")
  var courses: [String] = []

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @Option(name: .customLong("output"), help: "Folder for the bundles.", completion: .directory)
  var outputFolder: String?

  @OptionGroup var framework: FrameworkOptions

  @OptionGroup var output: ReportOptions

  func run() async throws {
    let session = try AcademySession.open(config: config, framework: framework)
    let wanted = try indices(session)
    let folder = outputFolder.map { FileSystem.resolve($0, in: FileSystem.current) }
    let bundler = CourseBundler(session: session, output: folder ?? session.output)
    let checker = session.reuseChecker(locked: false, rules: ReuseRules.ofReleases)
    var found: [Diagnostic] = []
    var pages = 0
    for index in wanted {
      let release = checker.releases(index).newest
      let (outcome, diagnostics) = try await bundler.bundle(index, release: release)
      found += diagnostics
      pages += session.courses[index].course.pages.count
      Console.error(BundleLine.text(session.courses[index].course.name, outcome) + "\n")
    }
    let failed = output.report(
      found, files: pages, courses: wanted.map { session.courses[$0].course.name })
    if failed { throw ExitCode(1) }
  }

  private func indices(_ session: AcademySession) throws -> [Int] {
    if courses.isEmpty { return Array(session.courses.indices) }
    let names = session.courses.map(\.course.name)
    return try courses.map { name in
      if let index = names.firstIndex(of: name) { return index }
      let near = NearMatch.best(for: name, among: names)
      throw ToolFailure(
        "there is no course `\(name)`",
        help: near.map { "did you mean `\($0)`?" }
          ?? "the courses are: \(names.joined(separator: ", "))")
    }
  }
}

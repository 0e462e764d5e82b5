import ArgumentParser
import CourseBundle
import CourseModel
import CourseReuse
import Identifiers
import SourceCore

/// `academy bundle build`, which may be left out.
struct BundleBuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Packages the newest release of each course (the default).",
    discussion: """
      Bundles are made from Git objects: of the newest release, of another (--release), or of any \
      commit (--rev). Loose files are packaged only with --worktree, and the bundle says so. A \
      course with errors is not packaged.
      """)

  @Argument(help: "Ids or folders of the courses to package; all of pipeline.json if absent.")
  var courses: [String] = []

  @Option(help: "Package this version.")
  var release: String?

  @Option(help: "Package this commit, branch or tag, which need not be a release.")
  var rev: String?

  @Flag(help: "Package the files as they are, committed or not.")
  var worktree = false

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "What to make: site, scorm12, epub, imscc11, imscc13; commas between several. Those of pipeline.json if absent, else site.",
      valueName: "format"))
  var formatList: [String] = []

  @Option(help: "Package only the lessons of this path of the course.")
  var path: String?

  @Option(help: "Whom it is for: learner, or instructor, which adds the instructors' notes.")
  var edition = BundleEdition.learner

  @Option(help: "The academy's courses; pipeline.json, or the current folder's courses, if absent.")
  var config: String?

  @Option(name: .customLong("output"), help: "Folder for the bundles.", completion: .directory)
  var outputFolder: String?

  @Option(help: "How to report findings, as `academy lint --format` has it.")
  var report: ReportFormat?

  @Flag(help: "Show every finding in full; the text report otherwise groups and cuts.")
  var all = false

  @Option(
    name: .customLong("fail-on"),
    help: "Lowest severity that makes the exit status 1: error, warning or note.")
  var failOn: Severity = .error

  @OptionGroup var framework: FrameworkOptions

  func validate() throws {
    if [release != nil, rev != nil, worktree].count(where: { $0 }) > 1 {
      throw ValidationError("--release, --rev and --worktree exclude one another")
    }
    _ = try formats()
  }

  func run() async throws {
    // All files of a bundle are made before any is written.
    Heap.keep(inPiecesOf: 32 << 20)
    let session = try AcademySession.open(config: config, framework: framework)
    let wanted =
      courses.isEmpty
      ? Array(session.courses.indices) : try courses.map { try session.index(of: $0) }
    let folder = outputFolder.map { FileSystem.resolve($0, in: FileSystem.current) }
    let chosen = try formats()
    var bundler = CourseBundler(
      session: session, output: folder ?? session.output,
      formats: chosen.isEmpty ? session.formats : chosen)
    (bundler.edition, bundler.path) = (edition, path)
    let checker = session.reuseChecker(locked: false, rules: ReuseRules.ofReleases)
    var found: [Diagnostic] = []
    var pages = 0
    for index in wanted {
      let name = session.courses[index].course.name
      let releases = checker.releases(index)
      guard let state = try state(of: name, releases) else {
        let help = "use --rev HEAD for the last commit or --worktree for the files as they are"
        if !courses.isEmpty { throw ToolFailure("\(name) has no release", help: help) }
        Console.error("not bundled  \(name): it has no release; \(help)\n")
        continue
      }
      bundler.isLast = index == wanted.last
      let (outcome, diagnostics) = try await bundler.bundle(
        index, state, isNewest: isNewest(state, releases))
      found += diagnostics
      pages += session.courses[index].course.pages.count
      Console.error(BundleLine.text(name, outcome) + "\n")
    }
    var output = ReportOptions()
    (output.chosenFormat, output.all, output.failOn) = (report, all, failOn)
    output.maxWarnings = nil
    let failed = try output.report(
      found, files: pages, courses: wanted.map { session.courses[$0].course.name })
    if failed { throw ExitCode(1) }
  }

  private func isNewest(_ state: CourseBundler.State, _ releases: ReleaseSet) -> Bool {
    guard case .release(let release) = state else { return false }
    return release.version == releases.newest?.version
  }

  /// What is to be packaged of a course; nil where there is no release of it.
  private func state(of name: String, _ releases: ReleaseSet) throws -> CourseBundler.State? {
    if worktree { return .worktree }
    if let rev { return .revision(rev) }
    guard let release else { return releases.newest.map { .release($0) } }
    if let version = SemVer(release), let found = releases[version] { return .release(found) }
    let known = releases.releases.map(\.version.description)
    throw ToolFailure(
      "\(name) has no release \(release)",
      help: known.isEmpty
        ? "it has no release at all" : "its releases are \(known.joined(separator: ", "))")
  }

  private func formats() throws -> [BundleFormat] {
    try formatList.flatMap { $0.split(separator: ",") }.map { word in
      guard let format = BundleFormat(rawValue: String(word)) else {
        let known = BundleFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("there is no format `\(word)`; the formats are \(known)")
      }
      return format
    }
  }
}

extension BundleEdition: ExpressibleByArgument {}

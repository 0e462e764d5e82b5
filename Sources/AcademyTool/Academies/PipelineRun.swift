import CourseBundle
import CourseLint
import CourseModel
import CourseReuse
import Framework
import SourceCore

/// One run of the whole pipeline over an academy.
struct PipelineRun {
  /// The academy.
  let session: AcademySession
  /// Folder for bundles, absolute.
  let output: String
  /// Whether what a lock leaves open is an error.
  let locked: Bool
  /// What was found in the trees that hold the courses.
  private(set) var treeFindings: [Diagnostic] = []
  /// What was found in courses, in their order.
  private(set) var courses: [RunPart.Course] = []

  init(session: AcademySession, output: String, locked: Bool) {
    self.session = session
    self.output = output
    self.locked = locked
  }

  /// Names of the courses.
  var courseNames: [String] { session.courses.map(\.course.name) }

  /// What was found, unsorted.
  var diagnostics: [Diagnostic] { treeFindings + courses.flatMap(\.diagnostics) }

  /// How many pages were checked.
  var filesChecked: Int { courses.reduce(0) { $0 + $1.pages } }

  /// A few lines for each course, after the report.
  var summary: String { courses.map(\.summary).joined() }

  /// Checks and packages each course that is wanted, by its place in the list.
  mutating func run(wanted: (Int) -> Bool = { _ in true }) async throws {
    var progress = ProgressLine()
    let checker = session.courseChecker
    let reuse = session.reuseChecker(locked: locked)
    let bundler = CourseBundler(session: session, output: output, formats: session.formats)
    let academy = AcademyCourses(session.academy(releases: reuse.releases))
    let academyLinter = AcademyLinter(framework: session.framework)
    for loaded in session.courses {
      for finding in loaded.tree.findings where !treeFindings.contains(finding) {
        treeFindings.append(finding)
      }
    }
    for (index, loaded) in session.courses.enumerated() where wanted(index) {
      let name = loaded.course.name
      let place = "\(index + 1)/\(session.courses.count) \(name)"
      progress.step("\(place): lint")
      var found = try await checker.check(loaded).diagnostics
      found += academyLinter.lint(index, among: academy)
      progress.step("\(place): reuse")
      let report = reuse.check(index)
      found = session.judged(found + report.diagnostics)
      progress.step("\(place): bundle")
      var bundle: CourseBundler.Outcome = .refused
      if !found.contains(where: { $0.severity == .error }) {
        let (outcome, packaged) = try await bundler.bundle(
          index, report.releases.newest.map { .release($0) } ?? .worktree,
          isNewest: true, worktree: report)
        bundle = outcome
        // What the packaged tree has in common with the work tree is told once, by the latter.
        if case .refused = outcome { found += packaged.filter { $0.severity == .error } }
      }
      courses.append(
        RunPart.Course(
          index: index, diagnostics: found, pages: loaded.course.pages.count,
          summary: CourseSummary(loaded.course, found, report, bundle).text,
          shown: RunReport.course(loaded.course, report, bundle)))
    }
    progress.clear()
  }
}

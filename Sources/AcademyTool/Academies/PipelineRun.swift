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
  /// What was found, unsorted.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many pages were checked.
  private(set) var filesChecked = 0
  /// A few lines for each course, after the report.
  private(set) var summary = ""

  init(session: AcademySession, output: String, locked: Bool) {
    self.session = session
    self.output = output
    self.locked = locked
  }

  /// Names of the courses.
  var courseNames: [String] { session.courses.map(\.course.name) }

  /// Checks and packages each course.
  mutating func run() async throws {
    var progress = ProgressLine()
    let checker = session.courseChecker
    let reuse = session.reuseChecker(locked: locked)
    let bundler = CourseBundler(session: session, output: output, formats: session.formats)
    let academy = session.academy(releases: reuse.releases)
    let academyLinter = AcademyLinter(framework: session.framework)
    for loaded in session.courses {
      for finding in loaded.tree.findings where !diagnostics.contains(finding) {
        diagnostics.append(finding)
      }
    }
    for (index, loaded) in session.courses.enumerated() {
      let name = loaded.course.name
      progress.show("\(index + 1)/\(session.courses.count) \(name): checking")
      var found = try await checker.check(loaded).diagnostics
      found += academyLinter.lint(index, among: academy)
      let report = reuse.check(index)
      found = session.judged(found + report.diagnostics)
      progress.show("\(index + 1)/\(session.courses.count) \(name): packaging")
      var bundle: CourseBundler.Outcome = .refused
      if !found.contains(where: { $0.severity == .error }) {
        let (outcome, packaged) = try await bundler.bundle(
          index, report.releases.newest.map { .release($0) } ?? .worktree,
          isNewest: true, worktree: report)
        bundle = outcome
        // What the packaged tree has in common with the work tree is told once, by the latter.
        if case .refused = outcome { found += packaged.filter { $0.severity == .error } }
      }
      diagnostics += found
      filesChecked += loaded.course.pages.count
      summary += CourseSummary(loaded.course, found, report, bundle).text
    }
    progress.clear()
  }
}

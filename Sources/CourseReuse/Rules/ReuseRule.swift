import CourseModel
import SourceCore

/// A finding of a reuse rule: its file and its place in it, already resolved.
struct ReuseFinding {
  /// File below the course's folder; the root for the course as a whole.
  let path: RepoPath
  /// Where in that file; nil for the file as a whole.
  let place: Place?
  /// What was found; its own range is only used by fixes.
  let finding: Finding

  init(
    _ path: RepoPath, _ place: Place?, _ message: String, help: String?, notes: [String] = [],
    fix: Fix? = nil
  ) {
    self.path = path
    self.place = place
    finding = Finding(nil, message, help: help, notes: notes.map { Finding.Note($0) }, fix: fix)
  }

  /// A finding in the manifest of a course; without a range, about all of it.
  static func inManifest(
    of course: Course, _ range: ByteRange?, _ message: String, help: String?, notes: [String] = []
  ) -> ReuseFinding {
    let place = range.flatMap { range in course.manifest?.place(range) }
    return ReuseFinding(
      course.manifest?.path ?? .root, place, message, help: help, notes: notes)
  }
}

/// A rule that looks at a course's releases and at what it reuses.
protocol ReuseRule: Rule {
  /// Whether a run that must not leave anything to the lock takes it as an error.
  static var isErrorWhenLocked: Bool { get }
  /// Reports what the rule finds.
  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void)
}

extension ReuseRule {
  static var isErrorWhenLocked: Bool { false }
}

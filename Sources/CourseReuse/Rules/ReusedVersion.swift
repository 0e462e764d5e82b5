import CourseModel
import Identifiers
import SourceCore

/// Flags a version range that is none, or that no release is in.
struct ReusedVersion: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/version", summary: "No release of the reused course satisfies the version range.",
    why: "The copies can then be of no version, and cannot be locked or kept up to date.",
    severity: .error, scope: .academy, source: "Course format 1, reuse; npm's range syntax")

  static let examples: [Example] = [
    .good(
      files: [ExampleCourses.basics("1.1.0-dev"), ExampleCourses.north(), ExampleCourses.copy()],
      history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.1.0-dev"), ExampleCourses.north(version: "⟦^2.0⟧"),
        ExampleCourses.copy(),
      ], history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.1.0-dev"), ExampleCourses.north(version: "^1 || ⟦newest⟧"),
        ExampleCourses.copy(),
      ], history: [ExampleCourses.release]),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses {
      switch reuse.problem {
      case .noRelease: report(noRelease(reuse, facts.course))
      case .badRange(let error): report(badRange(reuse, error, facts.course))
      case .unknownCourse, nil: continue
      }
    }
  }

  private func noRelease(_ reuse: ReuseOutcome, _ course: Course) -> ReuseFinding {
    let declaration = reuse.declaration
    let releases = reuse.releases.releases.map(\.version)
    let conflicts = reuse.releases.conflicts.map(\.version.description)
    var notes: [String] = []
    if !releases.isEmpty {
      notes.append("its releases are \(WordList.joined(releases.map(\.description)))")
    }
    if !conflicts.isEmpty {
      notes.append("tagged with different content, so not usable: \(WordList.joined(conflicts))")
    }
    if let version = reuse.presentVersion, version.isPrerelease {
      notes.append("work on \(version.core) is in progress and not released")
    }
    let message =
      releases.isEmpty
      ? "`\(declaration.course)` has no release yet, so nothing satisfies `\(declaration.version)`"
      : "no release of `\(declaration.course)` satisfies `\(declaration.version)`"
    return .inManifest(
      of: course, place(declaration), message,
      help: reuse.releases.newest.map { newest in
        newest.version.isPrerelease
          ? "write `\(newest.version)`, or ask for a release"
          : "write `\(caret(newest.version))` for the newest release and what is compatible with it"
      } ?? "ask \(reuse.label) for a release, and keep the lesson as your own until then",
      notes: notes)
  }

  /// `^1.4` rather than `^1.4.0`, as a person would write it.
  private func caret(_ version: SemVer) -> String {
    version.patch == 0 && version.major > 0
      ? "^\(version.major).\(version.minor)" : "^\(version)"
  }

  private func badRange(_ reuse: ReuseOutcome, _ error: IdentifierError, _ course: Course)
    -> ReuseFinding
  {
    let whole = place(reuse.declaration)
    let length = reuse.declaration.version.utf8.count
    var range = whole
    // Where the text stands as it is, or in plain quotes, the word that is wrong can be shown.
    let quotes = (whole.count - length) / 2
    if quotes == 0 || quotes == 1, whole.count == length + 2 * quotes, !error.range.isEmpty {
      let word = Self.word(around: error.range, in: Array(reuse.declaration.version.utf8))
      let start = whole.start + quotes
      range = ByteRange(start + word.lowerBound, start + word.upperBound)
    }
    return .inManifest(
      of: course, range,
      "`\(reuse.declaration.version)` is no version range: \(error.message)",
      help: error.help ?? "write a range as npm does, for example `^1.2`, `~1.2.3` or `1.x`")
  }

  private static func word(around range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower > 0, bytes[lower - 1] > 0x20 { lower -= 1 }
    while upper < bytes.count, bytes[upper] > 0x20 { upper += 1 }
    return lower..<upper
  }

  private func place(_ declaration: ReuseDeclaration) -> ByteRange {
    // Without a version the range is that of the entry, which is too much to underline.
    declaration.versionRange == declaration.range
      ? declaration.courseRange : declaration.versionRange
  }
}

import CourseModel
import Identifiers
import SourceCore

/// Flags a verbatim copy that differs from the release it was taken from.
struct VerbatimLesson: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/verbatim", summary: "A lesson that is reused verbatim differs from its release.",
    why: """
      Verbatim is a promise: whoever reads the copy reads the original, and some licences allow \
      nothing else. A change that is meant belongs to an adapted lesson, which says what was \
      changed. How paths are spelled, the title, the times and the line endings do not count.
      """, severity: .error, scope: .academy, source: "Course format 1, reuse")

  static let examples: [Example] = [
    .good(
      files: [ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy()],
      history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.0.0"), ExampleCourses.north(),
        ExampleCourses.copy("A branch is a ⟦label⟧ for a commit.\n\nMake one.\n"),
      ], history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.0.0"), ExampleCourses.north(),
        ExampleCourses.copy("A branch is a name for a commit.\n\nMake one.\n\n⟦Or two.⟧\n"),
      ], history: [ExampleCourses.release]),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses {
      for lesson in reuse.lessons {
        for problem in lesson.problems {
          switch problem {
          case .differs(let difference, let version, let upstreamPath):
            let name = "`\(reuse.declaration.course)` \(version)"
            report(text(lesson, difference, name, upstreamPath))
          case .asset(let difference, let version):
            let name = "`\(reuse.declaration.course)` \(version)"
            report(asset(lesson, difference, name))
          default: continue
          }
        }
      }
    }
  }

  private func text(
    _ lesson: LessonOutcome, _ difference: Difference, _ release: String, _ upstreamPath: RepoPath
  ) -> ReuseFinding {
    let subject = "lesson `\(lesson.pair.own)` is not \(release) verbatim"
    let message: String
    var fix: Fix?
    switch difference.kind {
    case .text: message = "\(subject): they differ first in line \(difference.line)"
    case .field(let name):
      message = "\(subject): `\(name)` differs in the front matter, line \(difference.line)"
    case .link(let wanted, let replacement):
      message = "\(subject): the link in line \(difference.line) should lead to \(wanted)"
      if let replacement {
        fix = Fix(
          title: "write `\(replacement)`", replacing: difference.range, with: replacement,
          applicability: .suggestion)
      }
    }
    var notes: [String] = []
    if let original = difference.upstreamText, let line = difference.upstreamLine {
      notes.append("\(release), \(upstreamPath) line \(line): \(WordList.line(original))")
    } else if case .text = difference.kind {
      notes.append("\(release), \(upstreamPath), ends before this line")
    } else {
      notes.append("\(release), \(upstreamPath), has no such field")
    }
    if let own = difference.text {
      notes.append("here, line \(difference.line): \(WordList.line(own))")
    } else {
      notes.append("here the lesson ends with line \(difference.line)")
    }
    if let shared = lesson.shared { notes.append("both share \(shared) % of their words") }
    return ReuseFinding(
      lesson.ownPath ?? .root, lesson.own?.place(difference.range), message,
      help: lesson.follows == nil
        ? "restore it, or write `as: adapted` in `course.yml` and say under `changes` what was "
          + "changed"
        : "run `academy reuse pull \(lesson.pair.own)`, which brings the copy up to the locked release",
      notes: notes, fix: fix)
  }

  private func asset(_ lesson: LessonOutcome, _ difference: AssetDifference, _ release: String)
    -> ReuseFinding
  {
    let place = difference.range.flatMap { range in lesson.own?.place(range) }
    let message =
      if let path = difference.path {
        "`\(path)` in lesson `\(lesson.pair.own)` is not the file of \(release) "
          + "(`\(difference.upstreamPath)`)"
      } else {
        "lesson `\(lesson.pair.own)` should show `\(difference.upstreamPath)` of \(release) here"
      }
    return ReuseFinding(
      lesson.ownPath ?? .root, place, message,
      help: "copy the file from the release again, or write `as: adapted` in `course.yml`")
  }
}

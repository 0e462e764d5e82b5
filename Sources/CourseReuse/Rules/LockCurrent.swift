import CourseModel
import Identifiers
import SourceCore
import StructuredData

/// Flags a lock that is missing, cannot be used, or does not fit the manifest.
struct LockCurrent: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/lock", summary: "The lock is missing, damaged or behind the manifest.",
    why: """
      A range says what would do; the lock says what was taken. Without it, two people who check \
      the same course may check it against different releases.
      """, severity: .warning, scope: .academy, source: "Course format 1, reuse")
  static let isErrorWhenLocked = true

  static let examples: [Example] = [
    .good(files: [ExampleCourses.basics("1.0.0"), ExampleCourses.branching]),
    .bad(
      files: [
        ExampleCourses.basics("1.0.0"),
        .init(
          "north/course.yml",
          ExampleCourses.north().text.replacing("reuses:", with: "⟦reuses⟧:")),
        ExampleCourses.copy(),
      ], history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy(),
        .init(
          "north/academy.lock",
          "{\n⟦<<<<<<< HEAD⟧\n  \"lock\": 1,\n=======\n  \"lock\": 1,\n>>>>>>> other\n}\n"),
      ], history: [ExampleCourses.release]),
    .bad(
      files: [
        ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy(),
        .init("north/academy.lock", "{\n  \"lock\": 1,\n  \"lessons\": []\n}\n"),
      ], history: [ExampleCourses.release], wholeFiles: ["north/academy.lock"]),
  ]

  private static let remedy = "run `academy reuse lock` and commit `academy.lock`"

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    switch facts.lock.content {
    case .absent: absent(facts, report)
    case .unusable(let problem): unusable(facts.lock, problem, report)
    case .read: behind(facts, report)
    }
  }

  private func absent(_ facts: ReuseFacts, _ report: (ReuseFinding) -> Void) {
    // A lesson that cannot be followed cannot be locked either; it has a finding of its own.
    let lessons = facts.reuses.flatMap(\.lessons).filter { $0.original != nil }
    guard !lessons.isEmpty else { return }
    let what =
      lessons.count == 1 ? "the reused lesson was" : "the \(lessons.count) reused lessons were"
    report(
      .inManifest(
        of: facts.course, facts.course.manifest?.data.root?.member("reuses")?.keyRange,
        "no `academy.lock` says which release \(what) taken from", help: Self.remedy))
  }

  private func unusable(
    _ lock: LockState, _ problem: LockProblem, _ report: (ReuseFinding) -> Void
  ) {
    var place: Place?
    if let text = lock.text, let range = problem.range {
      place = Place(range, in: text, lines: LineIndex(text.bytes))
    }
    report(ReuseFinding(lock.path, place, problem.message, help: problem.help ?? Self.remedy))
  }

  private func behind(_ facts: ReuseFacts, _ report: (ReuseFinding) -> Void) {
    var gaps: [String] = []
    for reuse in facts.reuses {
      for lesson in reuse.lessons {
        for case .notLocked(let drift) in lesson.problems {
          // What was never true has a finding of its own.
          if case .otherContent = drift { continue }
          gaps.append(described(drift, lesson, reuse.declaration))
        }
      }
    }
    for entry in facts.leftover {
      gaps.append("lesson `\(entry.own)` is locked and no longer reused from `\(entry.course)`")
    }
    guard let first = gaps.first else { return }
    report(
      ReuseFinding(
        facts.lock.path, nil,
        gaps.count == 1
          ? "the lock does not fit `course.yml`: \(first)"
          : "the lock does not fit `course.yml` in \(gaps.count) places", help: Self.remedy,
        notes: gaps.count == 1 ? [] : gaps))
  }

  private func described(
    _ drift: LockDrift, _ lesson: LessonOutcome, _ declaration: ReuseDeclaration
  ) -> String {
    let name = "lesson `\(lesson.pair.own)`"
    return switch drift {
    case .missing: "\(name) is not locked"
    case .outOfRange(let entry):
      "\(name) is locked to \(entry.version), which `\(declaration.version)` does not allow"
    case .otherKind(let entry):
      "\(name) is locked as \(entry.kind.rawValue) and declared as \(declaration.kind.rawValue)"
    case .otherContent(let entry, _):
      "\(name) is locked with ids that are not those of `\(entry.course)` \(entry.version)"
    }
  }
}

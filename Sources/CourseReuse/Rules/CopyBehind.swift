import CourseModel
import SourceCore

/// Tells a changed copy that follows an older release than the lock names.
struct CopyBehind: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/behind", summary: "A copy does not hold the changes of the locked release yet.",
    why: """
      The lock was moved on, and the lesson was not: it says of itself that it is taken from a release \
      whose changes it does not have.
      """, severity: .warning, scope: .academy, source: "Course format 1, reuse")

  private static func example(kind: String, checked: Int?, isBad: Bool, text: String) -> Example {
    let lesson = { (text: String) in Example.File("basics/episodes/02-branching.md", text) }
    let files = [
      ExampleCourses.basics("1.1.0"),
      ExampleCourses.north(kind: kind, lessons: isBad ? "[⟦branching⟧]" : "[branching]"),
      ExampleCourses.copy(text),
      ExampleCourses.lock(
        "1.1.0", commit: 2, kind: kind,
        checked: checked.map { ExampleCourses.checked(commit: $0) }),
    ]
    let history = [
      ExampleCourses.release,
      Example.Commit([
        ExampleCourses.basics("1.1.0"), lesson("A branch is a label.\n\nMake one.\n"),
      ]),
    ]
    return isBad ? .bad(files: files, history: history) : .good(files: files, history: history)
  }

  static let examples: [Example] = [
    example(kind: "adapted", checked: nil, isBad: false, text: "A branch is a label. Ours too.\n"),
    example(kind: "adapted", checked: 2, isBad: false, text: "A branch is a label. Ours too.\n"),
    example(
      kind: "verbatim", checked: nil, isBad: false, text: "A branch is a label.\n\nMake one.\n"),
    example(kind: "adapted", checked: 1, isBad: true, text: "A branch is a name for all.\n"),
    example(kind: "adapted", checked: 1, isBad: true, text: "A branch is a name.\n\nMake two.\n"),
    example(kind: "adapted", checked: 1, isBad: true, text: "Ours.\n\nMake one.\n"),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    // A verbatim copy that is behind differs from its release, and that is told.
    for reuse in facts.reuses where reuse.declaration.kind == .adapted {
      for lesson in reuse.lessons {
        guard let follows = lesson.follows, let entry = lesson.entry else { continue }
        let state =
          switch follows {
          case .version(let version): "still follows \(version)"
          case .unknown: "follows an older state"
          }
        report(
          .inManifest(
            of: facts.course, lesson.pair.range,
            "lesson `\(lesson.pair.own)` is locked to `\(reuse.declaration.course)` "
              + "\(entry.version) and \(state)",
            help: "run `academy reuse pull \(lesson.pair.own)`, which merges what changed"))
      }
    }
  }
}

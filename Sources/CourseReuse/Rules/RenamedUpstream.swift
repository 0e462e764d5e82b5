import CourseModel
import SourceCore

/// Tells a lesson that upstream has renamed.
struct RenamedUpstream: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/renamed", summary: "A reused lesson has another id upstream.",
    why: """
      The copy is followed all the same, by its content; but the pair in the manifest names a lesson \
      that the release does not have, and readers look for it in vain.
      """, severity: .warning, scope: .academy, source: "Course format 1, reuse")

  private static func example(_ now: [Example.File], isBad: Bool, lock: Bool = true) -> Example {
    let files =
      [
        ExampleCourses.basics("1.1.0"),
        ExampleCourses.north(
          version: "^1.1", lessons: isBad ? "{⟦branching: branching⟧}" : "[branching]"),
        ExampleCourses.copy(),
      ]
    let history = [ExampleCourses.release, Example.Commit([ExampleCourses.basics("1.1.0")] + now)]
    return isBad ? .bad(files: files, history: history) : .good(files: files, history: history)
  }

  private static let gone = Example.File(
    "basics/episodes/02-branching.md", "---\nid: names\n---\nOther.\n")
  private static let text = ExampleCourses.branching.text

  static let examples: [Example] = [
    example([ExampleCourses.branching], isBad: false),
    example([.init("basics/episodes/09-branching.md", text)], isBad: false),
    .good(
      files: [ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy()],
      history: [ExampleCourses.release]),
    example(
      [.init("basics/episodes/02-branching.md", "---\nid: branches\n---\n" + text)], isBad: true),
    example([gone, .init("basics/episodes/03-branches.md", text)], isBad: true),
    example(
      [gone, .init("basics/episodes/03-names.md", "---\nid: labels\n---\n" + text + "\nMore.\n")],
      isBad: true),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for reuse in facts.reuses {
      for lesson in reuse.lessons {
        for case .renamed(let name, let version, let way) in lesson.problems {
          let how =
            switch way {
            case .id: ""
            case .alias: "its course says so"
            case .content: "it has the same content"
            case .locked: "the lock names its file, `\(lesson.original?.path ?? .root)`"
            case .similarity(let percent): "it shares \(percent) % of its lines"
            }
          report(
            .inManifest(
              of: facts.course, lesson.pair.range,
              "`\(reuse.declaration.course)` \(version) calls lesson `\(lesson.pair.upstream)` now "
                + "`\(name)`",
              help:
                "write `\(name): \(lesson.pair.own)` in `course.yml` and run `academy reuse lock`",
              notes: [how]))
        }
      }
    }
  }
}

import CourseModel
import SourceCore

/// Tells courses that reuse from each other in a circle, if different lessons.
struct CourseCycle: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/course-cycle", summary: "Courses reuse lessons from each other in a circle.",
    why: """
      No order of releasing suits all courses of a circle, and a change may have to go around twice. \
      Where it is meant, because each lesson has its author, pipeline.json can make it a warning.
      """, severity: .error, scope: .academy, source: "Course format 1, reuse")

  private static func lessons(_ folders: String...) -> [Example.File] {
    folders.flatMap {
      [ReuseCycle.lesson($0), ReuseCycle.lesson($0, "merging"), ReuseCycle.lesson($0, "tags")]
    }
  }

  private static func example(_ files: [Example.File], isBad: Bool) -> Example {
    let history = [
      Example.Commit(
        files.map {
          .init($0.path, $0.text.replacing("⟦", with: "").replacing("⟧", with: ""))
        })
    ]
    return isBad ? .bad(files: files, history: history) : .good(files: files, history: history)
  }

  private static let plain = Example.File(
    "three/course.yml", "schema: course/1\nid: c/three\nversion: 1.0.0\nreleases: declared\n")

  static let examples: [Example] = [
    .good(
      files: [ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy()],
      history: [ExampleCourses.release]),
    example(
      [
        ReuseCycle.course("a/one", from: "c/three"), ReuseCycle.course("b/two", from: "c/three"),
        plain,
      ] + lessons("one", "two", "three"), isBad: false),
    // A lesson in a circle is told as such, and once.
    example(
      [ReuseCycle.course("a/one", from: "b/two"), ReuseCycle.course("b/two", from: "a/one")]
        + lessons("one", "two"), isBad: false),
    example(
      [
        ReuseCycle.course("a/one", from: "⟦b/two⟧"),
        ReuseCycle.course("b/two", from: "⟦a/one⟧", "merging"),
      ] + lessons("one", "two"), isBad: true),
    example(
      [
        ReuseCycle.course("a/one", from: "⟦b/two⟧"),
        ReuseCycle.course("b/two", from: "⟦c/three⟧", "merging"),
        ReuseCycle.course("c/three", from: "⟦a/one⟧", "tags"),
      ] + lessons("one", "two", "three"), isBad: true),
    example(
      [
        ReuseCycle.course("a/one", from: "c/three"), plain,
        ReuseCycle.course("b/two", from: "⟦d/four⟧"),
        ReuseCycle.course("d/four", from: "⟦b/two⟧", "tags"),
      ] + lessons("one", "two", "three", "four"), isBad: true),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    guard let cycle = facts.network.courseCycle else { return }
    let entry = facts.reuses.first { cycle.dropFirst().first == $0.declaration.course }
    report(
      .inManifest(
        of: facts.course, entry?.declaration.courseRange,
        "courses reuse from each other in a circle: " + cycle.joined(separator: " → "),
        help:
          "where one of the lessons is older elsewhere, take it from there; where the circle is "
          + "meant, set `\(Self.info.id)` to `warning` under `rules` in pipeline.json"))
  }
}

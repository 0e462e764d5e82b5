import CourseModel
import SourceCore

/// Flags a lesson that is, through other courses, reused from itself.
struct ReuseCycle: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/cycle", summary: "A lesson is reused from itself, through other courses.",
    why: """
      Every copy needs an original. In a circle nobody can say who wrote the lesson, and an update \
      would chase itself.
      """, severity: .error, scope: .academy, source: "Course format 1, reuse")

  /// A course that reuses the lesson `branching` from another.
  static func course(_ id: String, from other: String, _ lesson: String = "branching")
    -> Example.File
  {
    let folder = id.split(separator: "/").last.map { String($0) } ?? id
    return .init(
      "\(folder)/course.yml",
      "schema: course/1\nid: \(id)\nversion: 1.0.0\nreleases: declared\nreuses:\n"
        + "  - course: \(other)\n    version: ^1.0\n    as: verbatim\n    lessons: [\(lesson)]\n")
  }

  static func lesson(_ folder: String, _ id: String = "branching") -> Example.File {
    .init("\(folder)/episodes/01-\(id).md", "A branch is a name.\n")
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

  static let examples: [Example] = [
    .good(
      files: [ExampleCourses.basics("1.0.0"), ExampleCourses.north(), ExampleCourses.copy()],
      history: [ExampleCourses.release]),
    example(
      [
        course("a/one", from: "b/two"), course("b/two", from: "a/one", "merging"),
        lesson("one"), lesson("two"), lesson("one", "merging"), lesson("two", "merging"),
      ], isBad: false),
    example(
      [
        course("a/one", from: "b/two"), lesson("one"), course("b/two", from: "c/three"),
        lesson("two"),
        .init(
          "three/course.yml", "schema: course/1\nid: c/three\nversion: 1.0.0\nreleases: declared\n"),
        lesson("three"),
      ],
      isBad: false),
    example(
      [
        course("a/one", from: "b/two", "⟦branching⟧"), lesson("one"),
        course("b/two", from: "a/one", "⟦branching⟧"), lesson("two"),
      ], isBad: true),
    example(
      [
        course("a/one", from: "b/two", "⟦branching⟧"), lesson("one"),
        course("b/two", from: "c/three", "⟦branching⟧"), lesson("two"),
        course("c/three", from: "a/one", "⟦branching⟧"), lesson("three"),
      ], isBad: true),
    example([course("a/one", from: "a/one", "⟦branching⟧"), lesson("one")], isBad: true),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for cycle in facts.network.cycles {
      report(
        .inManifest(
          of: facts.course, cycle.pair.range,
          "lesson `\(cycle.pair.own)` goes back to itself: "
            + cycle.path.joined(separator: " → "),
          help: "find out who wrote it, and take its `reuses` entry out there"))
    }
  }
}

import CourseModel
import SourceCore

/// Tells that other courses reuse a lesson in another version.
struct MixedVersions: ReuseRule {
  static let info = RuleInfo(
    id: "reuse/mixed-versions", summary: "Courses reuse one lesson in different versions.",
    why: """
      It does no harm, each course stands alone. But who has attended one of them and opens the other \
      will see two states of one lesson.
      """, severity: .note, scope: .academy, source: "Course format 1, reuse")

  private static func other(_ version: String, _ commit: Int, isBad: Bool) -> [Example.File] {
    func south(_ file: Example.File) -> Example.File {
      .init(
        file.path.replacing("north", with: "south"),
        file.text.replacing("nso-north", with: "nso-south")
          .replacing("[branching]", with: isBad ? "[⟦branching⟧]" : "[branching]"))
    }
    return [
      south(ExampleCourses.north()), south(ExampleCourses.copy()),
      south(ExampleCourses.lock(version, commit: commit)),
    ]
  }

  private static let history = [
    ExampleCourses.release, Example.Commit([ExampleCourses.basics("1.1.0")]),
    Example.Commit([ExampleCourses.basics("1.2.0")]),
  ]

  private static func files(_ version: String, _ commit: Int, isBad: Bool) -> [Example.File] {
    [
      ExampleCourses.basics("1.2.0"),
      ExampleCourses.north(lessons: isBad ? "[⟦branching⟧]" : "[branching]"),
      ExampleCourses.copy(), ExampleCourses.lock(version, commit: commit),
    ]
  }

  static let examples: [Example] = [
    .good(files: files("1.0.0", 1, isBad: false), history: history),
    .good(
      files: files("1.1.0", 2, isBad: false) + other("1.1.0", 2, isBad: false), history: history),
    .good(
      files: files("1.1.0", 2, isBad: false) + [other("1.0.0", 1, isBad: false)[0]],
      history: history),
    .bad(
      files: files("1.0.0", 1, isBad: true) + other("1.1.0", 2, isBad: true), history: history),
    .bad(
      files: files("1.2.0", 3, isBad: true) + other("1.1.0", 2, isBad: true), history: history),
    .bad(
      files: files("1.2.0", 3, isBad: true) + other("1.0.0", 1, isBad: true), history: history),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    for mixed in facts.network.mixed {
      let others = mixed.others.map { "\($0.version) in \(WordList.quoted($0.courses))" }
      report(
        .inManifest(
          of: facts.course, mixed.pair.range,
          "lesson `\(mixed.declaration.course)#\(mixed.pair.upstream)` is \(mixed.version) here and "
            + others.joined(separator: ", "),
          help:
            "`academy reuse update \(mixed.declaration.course)` moves all of them to the newest "
            + "release that they allow"))
    }
  }
}

import SourceCore

/// The two courses that the rules' examples are about: one that is reused, and one that reuses it.
enum ExampleCourses {
  /// The manifest of the course that is reused.
  static func basics(_ version: String, license: String? = nil) -> Example.File {
    .init(
      "basics/course.yml",
      "schema: course/1\nid: office-a/git-basics\nversion: \(version)\nreleases: declared\n"
        + (license.map { "license: \($0)\n" } ?? ""))
  }

  /// Its lesson.
  static let branching = Example.File(
    "basics/episodes/02-branching.md", "A branch is a name for a commit.\n\nMake one.\n")

  /// Its release 1.0.0.
  static let release = Example.Commit([basics("1.0.0"), branching])

  /// The manifest of the course that reuses it; a span may be marked in the arguments.
  static func north(
    course: String = "office-a/git-basics", version: String = "^1.0", kind: String = "verbatim",
    lessons: String = "[branching]", more: String = "", license: String? = nil
  ) -> Example.File {
    .init(
      "north/course.yml",
      """
      schema: course/1
      id: nso-north/workshop
      version: 0.1.0-dev
      releases: declared
      reuses:
        - course: \(course)
          version: \(version)
          as: \(kind)
          lessons: \(lessons)

      """ + more + (license.map { "license: \($0)\n" } ?? ""))
  }

  /// The copy of the lesson.
  static func copy(
    _ text: String = "A branch is a name for a commit.\n\nMake one.\n"
  ) -> Example.File {
    .init("north/episodes/01-branching.md", text)
  }
}

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

  /// Its lock; ids are those of a commit of the example's history, which stand for themselves.
  static func lock(
    _ version: String = "1.0.0", commit: Int = 1, kind: String = "verbatim",
    sha256: String? = nil, checked: String? = nil
  ) -> Example.File {
    let path = "episodes/02-branching.md"
    func id(_ kind: String, _ path: String) -> String { "{\(kind) of \(path) in commit \(commit)}" }
    return .init(
      "north/academy.lock",
      """
      {
        "lock": 1,
        "lessons": [
          {
            "lesson": "branching",
            "as": "\(kind)",
            "course": "office-a/git-basics",
            "version": "\(version)",
            "commit": "\(id("commit", "basics"))",
            "tree": "\(id("tree", "basics"))",
            "upstream": "branching",
            "path": "\(path)",
            "blob": "\(id("blob", "basics/\(path)"))",
            "sha256": "\(sha256 ?? id("sha256", "basics/\(path)"))"\(checked ?? "")
          }
        ]
      }

      """)
  }

  /// What a lock says of a copy that follows the lesson of an older commit.
  static func checked(commit: Int, marks: String = "") -> String {
    let blob = "{blob of basics/episodes/02-branching.md in commit \(commit)}"
    return ",\n      \"checked\": {\"blob\": \"\(blob)\"\(marks)}"
  }
}

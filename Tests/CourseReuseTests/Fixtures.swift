import TestSupport

/// Texts of courses for fixtures.
enum Fixtures {
  static func manifest(
    _ id: String, _ version: String, releases: String? = nil, more: String = ""
  ) -> String {
    let mode = releases.map { "releases: \($0)\n" } ?? ""
    return "schema: course/1\nid: \(id)\nversion: \(version)\n" + mode + more
      + (more.isEmpty ? "license: CC-BY-4.0\ntitle: A course\nauthors: [{name: Ada Author}]\n" : "")
  }

  /// The manifest of a course that is reused from; it releases by declaring.
  static func basics(_ version: String) -> String {
    manifest("office-a/basics", version, releases: "declared")
  }

  /// The manifest of a course that reuses `office-a/basics`.
  static func north(
    range: String = "^1.0", as kind: String = "verbatim", lessons: String = "[branching]"
  ) -> String {
    manifest(
      "nso-north/workshop", "0.1.0-dev", releases: "declared",
      more: """
        reuses:
          - course: office-a/basics
            version: \(range)
            as: \(kind)
            lessons: \(lessons)

        """
          + (kind == "verbatim"
            ? ""
            : "    changes: Other examples.\n    attribution: {source: https://example.org/a}\n"))
  }

  static let branching = """
    ---
    title: Branching
    teaching: 10
    exercises: 5
    ---

    A branch is a name for a commit.

    Make one, and switch to it.

    """

  /// A repository with `basics` at 1.0.0 and a course that reuses a lesson of it.
  static func academy(
    copy: String = branching, range: String = "^1.0", as kind: String = "verbatim",
    lessons: String = "[branching]"
  ) throws -> FixtureRepository {
    let repository = try FixtureRepository()
    try repository.commit([
      "basics/course.yml": basics("1.0.0"), "basics/episodes/02-branching.md": branching,
    ])
    try repository.commit([
      "north/course.yml": north(range: range, as: kind, lessons: lessons),
      "north/episodes/05-branching.md": copy,
    ])
    return repository
  }

  /// `academy` with its lock written and committed.
  static func locked(
    _ kind: String = "verbatim", copy: String = branching
  ) throws -> FixtureRepository {
    let repository = try academy(copy: copy, as: kind)
    let lock = try repository.writeLock("north", Academy(repository))
    try repository.commit(["north/academy.lock": lock])
    return repository
  }
}

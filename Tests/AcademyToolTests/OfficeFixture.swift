import GitStore
import SourceCore
import TestSupport
import Testing

/// Three offices in one repository: one that writes, one that adapts, one that translates.
struct OfficeFixture {
  let repository: FixtureRepository

  static let branching = """
    ---
    title: Branching
    teaching: 10
    ---

    A branch is a name for a commit. See [start](01-start.md) and [tags](03-tags.md#why).

    ## Make one

    ```bash
    git switch -c prices
    ```

    That makes a branch for prices.

    ![Two branches](fig/two.svg)

    ## Drop one

    Delete it when it is merged.

    """

  static let newer =
    branching
    .replacing("a name for a commit.", with: "a movable name for a commit.")
    .replacing("That makes a branch", with: "This makes a new branch")

  static func manifest(_ id: String, _ version: String, _ language: String = "en") -> String {
    """
    # The course of \(id).
    schema: course/1
    id: \(id)
    version: \(version)
    releases: declared
    title: Course of \(id)   # a title
    authors: [{name: Team}]
    license: CC-BY-4.0
    language: \(language)

    """
  }

  init() throws {
    repository = try FixtureRepository()
    try repository.configure("user.name", "Ada Author")
    try repository.configure("user.email", "ada@example.org")
    try repository.commit([
      "basics/course.yml": Self.manifest("office-a/basics", "1.0.0"),
      "basics/config.yaml": "url: https://office-a.example/basics\n",
      "basics/episodes/01-start.md": "Begin here.\n",
      "basics/episodes/02-branching.md": Self.branching,
      "basics/episodes/03-tags.md": "# Why {#why}\n\nA tag is a name for good.\n",
      "basics/episodes/fig/two.svg": "<svg/>\n",
      "north/course.yml": Self.manifest("nso-north/workshop", "0.1.0-dev"),
      "north/config.yaml": "title: Workshop\nepisodes:\n  - 01-welcome.md # the first\n",
      "north/episodes/01-welcome.md": "Welcome.\n",
      "south/course.yml": Self.manifest("nso-south/cours", "0.1.0-dev", "fr"),
      "south/episodes/bonjour.md": "Bonjour.\n",
      "pipeline.json":
        "{\"schema\": \"pipeline/1\", \"courses\": [\"basics\", \"north\", \"south\"]}\n",
    ])
  }

  /// Runs the tool at the root of the repository.
  func run(_ arguments: String...) throws -> ToolRunner.Outcome {
    try #require(ToolRunner(), "the tool was not built with the tests")
      .run(arguments, in: repository.path)
  }

  /// Adds the lesson to the office in the north, and commits it.
  func adopt(as kind: String, changes: String? = nil, to path: String? = nil) throws {
    var arguments = [
      "reuse", "add", "office-a/basics#branching", "--as", kind, "--course", "nso-north/workshop",
    ]
    if let changes { arguments += ["--changes", changes] }
    if let path { arguments += ["--to", path] }
    let outcome = try #require(ToolRunner()).run(arguments, in: repository.path)
    #expect(outcome.status == 0, "\(outcome)")
    try commitAll()
  }

  /// Releases 1.1.0 with a changed lesson and picture.
  func release(_ text: String = newer, _ version: String = "1.1.0") throws {
    try repository.commit([
      "basics/course.yml": Self.manifest("office-a/basics", version),
      "basics/episodes/02-branching.md": text, "basics/episodes/fig/two.svg": "<svg><g/></svg>\n",
    ])
  }

  /// Commits all files of the courses.
  func commitAll() throws {
    let view = try #require(try Repository.discover(from: repository.path)).view(.worktree)
    try repository.stage(view.entries.map(\.path.string))
    try repository.commit()
  }

  /// A file of the work tree.
  func text(_ path: String) throws -> String {
    String(decoding: try Files.read("\(repository.path)/\(path)"), as: UTF8.self)
  }

  /// A file of a branch.
  func text(_ path: String, in branch: String) throws -> String {
    let opened = try #require(try Repository.discover(from: repository.path))
    let commit = try opened.commit(branch)
    let place = try #require(RepoPath(path))
    let id = try #require(try opened.objectID(at: place, in: commit.id))
    return String(decoding: try opened.blob(id, limit: 1_000_000), as: UTF8.self)
  }

  /// What a run said, to compare with a golden file.
  func said(_ outcome: ToolRunner.Outcome) -> String {
    "status \(outcome.status)\n--- output\n\(outcome.output)--- errors\n\(outcome.errors)"
      .replacing(repository.path, with: "REPOSITORY")
  }
}

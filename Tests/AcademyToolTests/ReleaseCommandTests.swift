import SourceCore
import TestSupport
import Testing

/// `academy release list`, `check` and `cut`, as a coordinator runs them.
@Suite struct ReleaseCommandTests {
  private func run(
    _ arguments: String..., in repository: FixtureRepository
  ) throws -> ToolRunner.Outcome {
    let runner = try #require(ToolRunner(), "the tool was not built with the tests")
    return try runner.run(
      ["release"] + arguments, in: repository.path,
      environment: [
        "SOURCE_DATE_EPOCH": "1800000000", "GIT_AUTHOR_NAME": "Ada Author",
        "GIT_AUTHOR_EMAIL": "ada@example.org",
      ])
  }

  /// A course that was released as 1.0.0 and changed since.
  private func course(
    releases: String = "declared", version: String = "1.0.1-dev", change: Bool = true
  ) throws -> FixtureRepository {
    try Self.course(releases: releases, version: version, change: change)
  }

  /// A course that was released as 1.0.0 and changed since.
  static func course(
    releases: String = "declared", version: String = "1.0.1-dev", change: Bool = true
  ) throws -> FixtureRepository {
    let repository = try FixtureRepository()
    var files = Tool.course
    func manifest(_ version: String) -> String {
      Tool.course["course.yml"]!
        .replacing("version: 1.0.0", with: "version: \(version)")
        .replacing("releases: declared", with: "releases: \(releases)")
    }
    files["course.yml"] = manifest("1.0.0")
    try repository.commit(files, message: "Release 1.0.0")
    if releases == "tags" { try repository.tag("v1.0.0") }
    var changed = ["course.yml": manifest(version)]
    if change {
      changed["episodes/01-first.md"] = Tool.lesson("First", body: "Prices move every month.")
    }
    try repository.commit(changed, message: "Work")
    return repository
  }

  // MARK: - list

  @Test func listShowsWhatWasReleased() throws {
    let repository = try course(releases: "tags")
    try repository.tag("v9.5.3")
    let outcome = try run("list", in: repository)
    #expect(outcome.status == 0)
    try GoldenOutput.check(outcome, "release/list")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "office-a/prices (releases by tag, now 1.0.1-dev)")
    #expect(lines[1].hasPrefix("  1.0.0  2023-11-14  commit "))
    #expect(lines[1].hasSuffix("  tag v1.0.0  2 lessons"))
    #expect(
      lines[2...] == [
        "  foreign tags, none of them a release of this course:", "    v9.5.3",
      ])
  }

  @Test func listAsJSON() throws {
    let repository = try course()
    let outcome = try run("list", "office-a/prices", "--format", "json", in: repository)
    #expect(outcome.status == 0)
    try GoldenOutput.check(outcome, "release/list-json")
    for part in [
      "\"schema\": \"academy-releases/1\"", "\"by\": \"declared\"", "\"version\": \"1.0.0\"",
      "\"date\": \"2023-11-14\"", "\"first\"", "\"second\"", "\"foreign-tags\": []",
    ] {
      #expect(outcome.output.contains(part), "\(part)")
    }
  }

  @Test func anUnknownCourseIsRefused() throws {
    let outcome = try run("list", "office-a/price", in: course())
    try GoldenOutput.check(outcome, "release/list-no-course")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: there is no course `office-a/price`\n"
        + "  = help: the courses are office-a/prices\n")
  }

  // MARK: - check

  @Test func aSmallChangeSuffices() throws {
    let outcome = try run("check", in: course())
    try GoldenOutput.check(outcome, "release/check")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        office-a/prices: 1.0.0 → 1.0.1-dev
          patch  the text of lesson `first` changed
          this change needs 1.0.1, because the text of lesson `first` changed; 1.0.1-dev says so

        """)
  }

  @Test func aRemovedLessonNeedsAMajorVersion() throws {
    let repository = try course(version: "1.1.0-dev")
    try repository.commit(
      ["config.yaml": Tool.course["config.yaml"]!.replacing("- 02-second.md\n", with: "")],
      removing: ["episodes/02-second.md"])
    let outcome = try run("check", in: repository)
    try GoldenOutput.check(outcome, "release/check-major")
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        office-a/prices: 1.0.0 → 1.1.0-dev
          major  lesson `second` was removed
                 = keep it and write `lifecycle: deprecated` in its front matter
          patch  the text of lesson `first` changed
          this change needs 2.0.0, because lesson `second` was removed; 1.1.0-dev does not say so
          = help: write `version: 2.0.0-dev`, or undo what makes it necessary

        """)
    let json = try run("check", "--format", "json", in: repository)
    #expect(json.status == 1)
    #expect(json.output.contains("\"kind\": \"lesson-removed\""))
    #expect(json.output.contains("\"required\": \"2.0.0\""))
  }

  @Test func anotherReleaseCanBeNamed() throws {
    let outcome = try run("check", "--against", "v1.0.0", in: course())
    #expect(outcome.status == 0)
    let missing = try run("check", "--against", "3.0.0", in: course())
    #expect(missing.status == 2)
    #expect(
      missing.errors
        == "error: there is no release 3.0.0 of this course\n  = help: its releases are 1.0.0\n")
  }

  // MARK: - cut

  private func text(_ repository: FixtureRepository, _ path: String) throws -> String {
    String(decoding: try Files.read("\(repository.path)/\(path)"), as: UTF8.self)
  }

  @Test func aDeclaredReleaseIsCommitted() throws {
    let repository = try course()
    try repository.commit([
      "CHANGELOG.md": "# Changes\n\n## Unreleased\n\n### Changed\n\n- A hint for teachers.\n\n"
        + "## 1.0.0 - 2023-11-14\n\n- First.\n"
    ])
    let outcome = try run("cut", in: repository)
    #expect(outcome.status == 0, "\(outcome)")
    try GoldenOutput.check(outcome, "release/cut")
    #expect(outcome.output.contains("office-a/prices 1.0.1\n"))
    #expect(outcome.output.contains("on main: Release office-a/prices 1.0.1\n"))
    #expect(try text(repository, "course.yml").contains("version: 1.0.1\n"))
    #expect(
      try text(repository, "CHANGELOG.md") == """
        # Changes

        ## Unreleased

        ## 1.0.1 - 2027-01-15

        ### Changed

        - A hint for teachers.
        - The text of lesson `first` changed.

        ## 1.0.0 - 2023-11-14

        - First.

        """)
    let list = try run("list", in: repository)
    #expect(list.output.contains("  1.0.1  2027-01-15  commit "))
    // Work tree, index and HEAD are one: nothing is left to commit.
    let again = try run("cut", in: repository)
    #expect(again.status == 2)
    #expect(
      again.errors
        == "error: 1.0.1 is released already\n"
        + "  = help: nothing changed since, so there is nothing to release\n")
  }

  @Test func aTaggedReleaseIsTaggedAsTheOthers() throws {
    let repository = try course(releases: "tags")
    let outcome = try run("cut", in: repository)
    #expect(outcome.status == 0, "\(outcome)")
    try GoldenOutput.check(outcome, "release/cut-tagged")
    #expect(outcome.output.contains("  tag v1.0.1\n"))
    #expect(outcome.output.contains("`git push origin main v1.0.1`"))
    #expect(try run("list", in: repository).output.contains("tag v1.0.1"))
  }

  @Test func aTemplatesTagIsNotInTheWay() throws {
    let repository = try course(releases: "tags")
    try repository.tag("v1.0.1")
    let outcome = try run("cut", in: repository)
    #expect(outcome.output.contains("  tag office-a/prices/v1.0.1\n"), "\(outcome)")
  }

  @Test func aDryRunWritesNothing() throws {
    let repository = try course()
    let head = try repository.head
    let outcome = try run("cut", "--dry-run", in: repository)
    try GoldenOutput.check(outcome, "release/cut-dry-run")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        office-a/prices 1.0.1 (nothing is written)
          course.yml  version 1.0.1-dev → 1.0.1
          CHANGELOG.md  section 1.0.1
          commit on main: Release office-a/prices 1.0.1

        ## 1.0.1 - 2027-01-15

        ### Changed

        - The text of lesson `first` changed.

        """)
    #expect(try repository.head == head)
    #expect(try text(repository, "course.yml").contains("1.0.1-dev"))
    #expect(!(try Files.names(in: repository.path).contains("CHANGELOG.md")))
  }

  @Test func aVersionThatDoesNotSayWhatChangedIsRefused() throws {
    let repository = try course()
    try repository.commit(
      ["config.yaml": Tool.course["config.yaml"]!.replacing("- 02-second.md\n", with: "")],
      removing: ["episodes/02-second.md"])
    let outcome = try run("cut", in: repository)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: this change needs 2.0.0, and 1.0.1 does not say so:\n"
        + "  lesson `second` was removed\n"
        + "  = help: write `version: 2.0.0-dev` in course.yml, and commit it\n")
    #expect(try run("cut", "--version", "2.0.0", in: repository).status == 0)
  }

  @Test func aCourseWithErrorsIsNotReleased() throws {
    let repository = try course()
    try repository.commit(["episodes/02-second.md": Tool.lesson("Second", body: "[No](none.md)")])
    let head = try repository.head
    let outcome = try run("cut", in: repository)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("error[links/file]"))
    #expect(outcome.errors == "not released: office-a/prices has errors\n")
    #expect(try repository.head == head)
  }

  @Test func uncommittedChangesAreRefused() throws {
    let repository = try course()
    try repository.write("episodes/02-second.md", Tool.lesson("Second", body: "Not yet."))
    let outcome = try run("cut", in: repository)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: episodes/02-second.md has changes that are not committed\n"
        + "  = help: commit them, or put them aside with `git stash --include-untracked`\n")
  }

  /// What a killed process leaves: the files in place, and nothing committed.
  @Test func anInterruptedCutIsFinished() throws {
    let repository = try course(releases: "tags")
    let before = try repository.head
    #expect(try run("cut", in: repository).status == 0)
    let released = try repository.head
    try repository.setReference("refs/heads/main", to: before)
    Files.remove(repository.gitDirectory + "/refs/tags/v1.0.1")
    let again = try run("cut", in: repository)
    #expect(again.status == 0, "\(again)")
    #expect(try repository.head == released)
    // Killed between the branch and the tag.
    Files.remove(repository.gitDirectory + "/refs/tags/v1.0.1")
    let third = try run("cut", in: repository)
    #expect(third.status == 0, "\(third)")
    #expect(third.output.contains("no file changes: the commit is there already"))
    #expect(try run("list", in: repository).output.contains("tag v1.0.1"))
  }
}

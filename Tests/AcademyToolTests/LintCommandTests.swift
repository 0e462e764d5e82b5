import SourceCore
import TestSupport
import Testing

@Suite struct LintCommandTests {
  private let faulty = Tool.lesson("First", body: "FIXME")

  @Test func aCourseWithoutFaultsIsClean() throws {
    let repository = try FixtureRepository()
    try repository.commit(Tool.course)
    let outcome = try Tool.run("lint", in: repository.path)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("nothing found"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func findingsInNotebooksNameTheCell() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "01-prices.ipynb": #"""
      {"cells": [
        {"cell_type": "code", "source": ["import pandas as pd\n"]},
        {"cell_type": "markdown", "source": ["## Prices\n", "\n", "Prices rise. FIXME\n"]}],
       "metadata": {"language_info": {"name": "python"}}, "nbformat": 4}
      """#
    ])
    let outcome = try Tool.run("lint", in: repository.path)
    #expect(
      outcome.output.contains("01-prices.ipynb:cell 2:3:14: "), "\(outcome.output)")
    #expect(outcome.output.contains("[framework/placeholder]"))
  }

  @Test func revisionsAndTheIndexAreReadFromGit() throws {
    let repository = try FixtureRepository()
    var course = Tool.course
    course["episodes/01-first.md"] = faulty
    try repository.commit(course, message: "With a placeholder")
    try repository.commit(["episodes/01-first.md": Tool.lesson("First")], message: "Done")
    try repository.commit(["notes.txt": "x"], message: "Third")
    try repository.commit(["notes.txt": "y"], message: "Fourth")
    // The work tree differs from all of them, and is broken in another place.
    try repository.write("episodes/02-second.md", Tool.lesson("Second", body: "TODO"))

    func places(_ arguments: String..., in folder: String) throws -> [String] {
      let runner = try #require(ToolRunner())
      let outcome = try runner.run(["lint", "--format", "json"] + arguments, in: folder)
      return try Tool.findings(outcome).filter { $0.rule == "framework/placeholder" }.map(\.path)
    }
    #expect(try places(in: repository.path) == ["episodes/02-second.md"])
    #expect(try places("--rev", "HEAD~3", in: repository.path) == ["episodes/01-first.md"])
    #expect(try places("--rev", "HEAD", in: repository.path).isEmpty)
    #expect(try places("--staged", in: repository.path).isEmpty)
    try repository.stage("episodes/02-second.md")
    try repository.write("episodes/02-second.md", Tool.lesson("Second"))
    #expect(try places("--staged", in: repository.path) == ["episodes/02-second.md"])
    #expect(try places(in: repository.path).isEmpty)

    let bare = try repository.bareClone()
    #expect(try places("--rev", "HEAD~3", in: bare.path) == ["episodes/01-first.md"])
    #expect(try places("--rev", "main~3", bare.path, in: "/") == ["episodes/01-first.md"])
    #expect(try places(in: bare.path).isEmpty)
  }

  @Test func aPathNarrowsWhatIsReported() throws {
    let repository = try FixtureRepository()
    var course = Tool.course
    course["episodes/01-first.md"] = faulty
    course["learners/setup.md"] = "## Setup\n\nTODO\n"
    try repository.commit(course)
    func paths(_ arguments: String..., in folder: String) throws -> Set<String> {
      let runner = try #require(ToolRunner())
      let outcome = try runner.run(["lint", "--format", "json"] + arguments, in: folder)
      return Set(try Tool.findings(outcome).map(\.path))
    }
    #expect(
      try paths(in: repository.path) == ["episodes/01-first.md", "learners/setup.md"])
    #expect(try paths("episodes/01-first.md", in: repository.path) == ["episodes/01-first.md"])
    #expect(try paths(in: repository.path + "/learners") == ["learners/setup.md"])
    #expect(
      try paths("episodes", "episodes/01-first.md", in: repository.path) == ["episodes/01-first.md"]
    )
  }

  @Test func aFolderOutsideGitIsReadWithOneNote() throws {
    let folder = try TemporaryFolder()
    for (path, text) in Tool.course { try folder.write(path, text) }
    let outcome = try Tool.run("lint", "--format", "json", in: folder.path)
    #expect(outcome.status == 0)
    let found = try Tool.findings(outcome)
    #expect(found.map(\.rule) == ["source/no-repository"], "\(found)")
    let staged = try Tool.run("lint", "--staged", in: folder.path)
    #expect(staged.status == 2)
    #expect(staged.errors.contains("no Git repository"))
  }

  @Test func ignoredFilesAreNotRead() throws {
    let repository = try FixtureRepository()
    try repository.commit(Tool.course.merging([".gitignore": "episodes/draft-*\n"]) { $1 })
    try repository.write("episodes/draft-x.md", "FIXME\n")
    #expect(try Tool.run("lint", in: repository.path).status == 0)
  }

  @Test func theThresholdDecidesTheStatus() throws {
    let repository = try FixtureRepository()
    var course = Tool.course
    course["config.yaml"] = course["config.yaml"]!.replacing("stable", with: "pre-alpha")
    course["episodes/01-first.md"] = faulty
    try repository.commit(course)
    #expect(try Tool.run("lint", in: repository.path).status == 0)
    #expect(try Tool.run("lint", "--fail-on", "note", in: repository.path).status == 1)
  }

  @Test func unusableArgumentsEndWithTwo() throws {
    let repository = try FixtureRepository()
    try repository.commit(Tool.course)
    for arguments in [
      ["lint", "--nonsense"], ["lint", "--rev", "nowhere"], ["lint", "missing.md"],
      ["lint", "--rev", "HEAD", "--staged"], ["explain", "no/rule"], ["bundle", "no/course"],
      ["run", "--config", "missing.json"],
    ] {
      let outcome = try #require(ToolRunner()).run(arguments, in: repository.path)
      #expect(outcome.status == 2, "\(arguments): \(outcome)")
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }
  }
}

import SourceCore
import TestSupport
import Testing

/// Which rules run, as the command line and the files of a course say.
@Suite struct LintSelectionTests {
  private static func rules(_ arguments: String..., in repository: FixtureRepository) throws
    -> [String]
  {
    let runner = try #require(ToolRunner())
    let outcome = try runner.run(
      ["lint", "--format", "json"] + arguments, in: repository.path)
    return try Tool.findings(outcome).map { "\($0.rule) \($0.severity) \($0.path):\($0.line)" }
  }

  private static func course(_ files: [String: String] = [:]) throws -> FixtureRepository {
    let repository = try FixtureRepository()
    var course = Tool.course
    course["episodes/01-first.md"] = Tool.lesson("First", body: "One.\n\n\nTwo. TODO")
    try repository.commit(course.merging(files) { $1 })
    return repository
  }

  private static let blanks = "markdown/no-multiple-blanks warning episodes/01-first.md:23"
  private static let todo = "framework/placeholder error episodes/01-first.md:24"

  @Test func rulesOfMarkdownlintAreOffInACourse() throws {
    let repository = try Self.course()
    #expect(try Self.rules(in: repository) == [Self.todo])
    #expect(
      try Self.rules("--extend-select", "md012", in: repository) == [Self.blanks, Self.todo])
    #expect(try Self.rules("--only", "MD012,MD047", in: repository) == [Self.blanks])
    #expect(
      try Self.rules("--only", "markdown", "--ignore", "MD013", in: repository)
        .contains(Self.blanks))
    #expect(try !Self.rules("--profile", "markdownlint", in: repository).contains(Self.todo))
    #expect(try Self.rules("--ignore", "framework", in: repository).isEmpty)
  }

  @Test func filesOfTheCourseSwitchRulesOn() throws {
    let named = try Self.course([".markdownlint.json": #"{"MD012": true}"#])
    #expect(try Self.rules(in: named) == [Self.blanks, Self.todo])
    let error = try Self.course([".markdownlint.yaml": "MD012: error\n"])
    #expect(
      try Self.rules(in: error).contains(
        "markdown/no-multiple-blanks error episodes/01-first.md:23"))
    let pipeline = try Self.course([
      "pipeline.json":
        #"{"schema": "pipeline/1", "rules": {"markdown/no-multiple-blanks": "note"}}"#
    ])
    #expect(
      try Self.rules(in: pipeline).contains(
        "markdown/no-multiple-blanks note episodes/01-first.md:23"))
    let both = try Self.course([
      ".markdownlint.json": #"{"MD012": true}"#,
      "pipeline.json": #"{"schema": "pipeline/1", "rules": {"markdown": "off"}}"#,
    ])
    #expect(try Self.rules(in: both) == [Self.todo])
    // As the revision has it, whatever the work tree holds.
    try named.write(".markdownlint.json", "{}")
    #expect(try Self.rules("--rev", "HEAD", in: named) == [Self.blanks, Self.todo])
    #expect(try Self.rules(in: named) == [Self.todo])
  }

  @Test func overridesSwitchOnByFolder() throws {
    let repository = try Self.course([
      "learners/setup.md": "## Setup\n\n\nText.\n",
      "pipeline.json": """
      {"schema": "pipeline/1", "overrides": [{"paths": ["learners"], "rules": {"markdown/no-multiple-blanks": "error"}}]}
      """,
    ])
    #expect(
      try Self.rules(in: repository)
        == [Self.todo, "markdown/no-multiple-blanks error learners/setup.md:3"])
  }

  @Test func aPageSwitchesRulesOffWithAReason() throws {
    let body = "One.\n\n<!-- academy-disable-next-line framework/placeholder: an example -->\nTODO"
    let repository = try Self.course(["episodes/01-first.md": Tool.lesson("First", body: body)])
    #expect(try Self.rules(in: repository).isEmpty)
    let unused = body.replacing("TODO", with: "Done.")
    try repository.write("episodes/01-first.md", Tool.lesson("First", body: unused))
    #expect(
      try Self.rules(in: repository)
        == ["source/unused-suppression warning episodes/01-first.md:23"])
  }

  @Test func unknownNamesEndWithAGuess() throws {
    let repository = try Self.course()
    let outcome = try Tool.run("lint", "--only", "no-multiple-blanks", in: repository.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("did you mean `markdown/no-multiple-blanks`?"))
    #expect(
      try Tool.run("lint", "--ignore", "linsk", in: repository.path).errors.contains("`links`"))
  }
}

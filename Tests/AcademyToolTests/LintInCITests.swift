import SourceCore
import StructuredData
import TestSupport
import Testing

/// What a job of a CI service asks of `lint`: reports, thresholds, only what a change brings.
@Suite struct LintInCITests {
  private static let faulty = "episodes/02-second.md"
  private static let first = "See [one](no-1.md).\n\nAnd [two](no-2.md).\n"

  /// The sample course, with two dead links, in one commit.
  private func repository() throws -> FixtureRepository {
    let repository = try FixtureRepository()
    var files = Tool.course
    files[Self.faulty] = Tool.lesson("Second", body: Self.first)
    for (path, text) in files { try repository.write(path, text) }
    try repository.stageAll()
    _ = try repository.commit(message: "Begin")
    return repository
  }

  private func change(_ repository: FixtureRepository, _ path: String, _ text: String) throws {
    try repository.write(path, text)
    try repository.stageAll()
    _ = try repository.commit(message: "Change")
  }

  private func found(
    _ repository: FixtureRepository, _ arguments: String...
  ) throws -> [String] {
    let runner = try #require(ToolRunner())
    let outcome = try runner.run(
      ["lint", "--format", "json", "--only", "links/file"] + arguments, in: repository.path)
    return try Tool.findings(outcome).map { "\($0.path):\($0.line) \($0.message.prefix(28))" }
  }

  @Test func reportsGoWhereTheyAreWanted() throws {
    let repository = try repository()
    let outcome = try Tool.run(
      "lint", "--only", "links/file", "--output", "sarif=out/a.sarif", "--output",
      "junit=out/a.xml",
      "--output", "gitlab=-", in: repository.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("[\n  {\n    \"type\": \"issue\""))
    let sarif = String(
      decoding: try Files.read("\(repository.path)/out/a.sarif"), as: UTF8.self)
    #expect(sarif.contains("\"version\": \"2.1.0\"") && sarif.contains("no-2.md"))
    let xml = String(decoding: try Files.read("\(repository.path)/out/a.xml"), as: UTF8.self)
    #expect(xml.contains("tests=\"2\" failures=\"2\""))
    for wrong in ["sarf=x", "sarif=", "x"] {
      #expect(try Tool.run("lint", "--output", wrong, in: repository.path).status == 2)
    }
    let twice = try Tool.run(
      "lint", "--format", "text", "--output", "json=-", in: repository.path)
    #expect(twice.status == 2 && twice.errors.contains("two reports cannot share"))
    let nowhere = try Tool.run(
      "lint", "--output", "json=course.yml/a", in: repository.path)
    #expect(nowhere.status == 2)
  }

  @Test func warningsMayBeTooMany() throws {
    let repository = try repository()
    try repository.write(
      Self.faulty, Tool.lesson("Second", body: "See [a](http://semver.org/a)."))
    let allowed = try Tool.run("lint", "--only", "links/http", in: repository.path)
    #expect(allowed.status == 0 && allowed.output.contains("1 warning"))
    let run = { (count: String) in
      try Tool.run(
        "lint", "--only", "links/http", "--max-warnings", count, in: repository.path)
    }
    #expect(try run("1").status == 0)
    #expect(try run("0").status == 1)
    #expect(try run("0").errors.contains("--max-warnings allows 0"))
    #expect(try run("-1").status == 2)
  }

  @Test func gitHubIsKnownByItsEnvironment() throws {
    let repository = try repository()
    let page = try TemporaryFolder()
    try page.write("summary", "before\n")
    let variables = [
      "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "\(page.path)/summary",
    ]
    let outcome = try Tool.run(
      "lint", "--only", "links/file", in: repository.path, environment: variables)
    #expect(outcome.output.contains("\n::error file=\(Self.faulty),line=21,"))
    #expect(outcome.output.contains("error[links/file]"))
    let summary = String(decoding: try Files.read("\(page.path)/summary"), as: UTF8.self)
    #expect(summary.hasPrefix("before\n## academy: 2 errors"))
    let json = try Tool.run(
      "lint", "--only", "links/file", "--format", "json", in: repository.path,
      environment: variables)
    #expect(!json.output.contains("::error"))
  }

  @Test func movedLinesAndRenamedFilesAreNotNew() throws {
    let repository = try repository()
    let moved = Tool.lesson(
      "Second", body: "More.\n\nWords.\n\nAnd [two](no-2.md).\n\n" + Self.first)
    try change(repository, Self.faulty, moved)
    // `no-2.md` is led to twice now: the one that was there is told no more.
    #expect(
      try found(repository, "--since", "HEAD~1").map { $0.prefix(26) } == [
        "episodes/02-second.md:29 t"
      ])
    repository.remove(Self.faulty)
    try repository.write(
      "config.yaml",
      Tool.course["config.yaml"]!.replacing("02-second.md", with: "02-other.md"))
    try change(repository, "episodes/02-other.md", moved + "\n[three](no-3.md)\n")
    let new = try found(repository, "--since", "HEAD~1")
    #expect(new.count == 1 && new[0].hasPrefix("episodes/02-other.md"), "\(new)")
    #expect(try found(repository, "--since", "HEAD").isEmpty)
    // What is not committed yet counts, and so does what is staged.
    try repository.write("episodes/01-first.md", Tool.lesson("First", body: "[x](no-x.md)"))
    #expect(try found(repository, "--since", "HEAD").count == 1)
    #expect(try found(repository, "--since", "HEAD", "--staged").isEmpty)
    #expect(try found(repository, "--since", "HEAD~1", "--rev", "HEAD").count == 1)
    #expect(try found(repository, "--since", "HEAD", "episodes/02-other.md").isEmpty)
  }

  @Test func whatCannotBeComparedIsSaid() throws {
    let repository = try repository()
    let unknown = try Tool.run("lint", "--since", "nobody", in: repository.path)
    #expect(unknown.status == 2 && unknown.errors.contains("nobody"))
    for options in [["--loose"], ["--fix"], ["--baseline", "b"]] {
      let runner = try #require(ToolRunner())
      #expect(
        try runner.run(["lint", "--since", "HEAD"] + options, in: repository.path).status == 2)
    }
  }

  @Test func aBaselineAcceptsAndShrinksAndNeverGrows() throws {
    let repository = try repository()
    let lint = { (arguments: [String]) in
      let runner = try #require(ToolRunner())
      return try runner.run(
        ["lint", "--baseline", "accepted.txt", "--fail-on", "note"] + arguments,
        in: repository.path)
    }
    let file = {
      String(decoding: try Files.read("\(repository.path)/accepted.txt"), as: UTF8.self)
    }
    #expect(try lint([]).status == 2)
    #expect(try lint(["--update-baseline"]).status == 0)
    let whole = try file()
    #expect(
      whole.split(separator: "\n").dropFirst().sorted()
        == whole.split(separator: "\n").dropFirst().map { $0 })
    #expect(try lint([]).status == 0)
    #expect(try file() == whole)
    // New things are told, and do not get in.
    try repository.write(
      Self.faulty, Tool.lesson("Second", body: "[new](no-3.md)\n\n" + Self.first))
    let worse = try lint(["--format", "json"])
    #expect(worse.status == 1)
    #expect(try Tool.findings(worse).map(\.rule) == ["links/file"])
    #expect(try file() == whole)
    #expect(try lint(["--update-baseline", "--only", "links/http"]).status == 2)
    #expect(try lint(["--update-baseline", "episodes/01-first.md"]).status == 0)
    #expect(try file() == whole)
    // Part of the rules or of the course does not say that the rest is fixed.
    try repository.write(Self.faulty, Tool.lesson("Second", body: "See [one](no-1.md).\n"))
    #expect(try lint(["--only", "links/http"]).status == 0)
    #expect(try lint(["episodes/01-first.md"]).status == 0)
    #expect(try file() == whole)
    let better = try lint([])
    #expect(better.status == 0 && better.errors.contains("1 finding of accepted.txt fixed"))
    let less = try file()
    #expect(less.utf8.count < whole.utf8.count)
    // A file that was renamed keeps what was accepted in it.
    repository.remove(Self.faulty)
    try repository.write(
      "config.yaml", Tool.course["config.yaml"]!.replacing("02-second.md", with: "02-b.md"))
    try repository.write(
      "episodes/02-b.md", Tool.lesson("Second", body: "See [one](no-1.md).\n"))
    #expect(try lint([]).status == 0)
    #expect(try file().contains("episodes/02-b.md"))
    try repository.write("accepted.txt", "<<<<<<< ours\n")
    #expect(try lint([]).errors.contains("line 1 of accepted.txt accepts no finding"))
  }

  @Test func adoptingCanBeginWithABaseline() throws {
    let folder = try FixtureRepository()
    try folder.write("index.md", "# Old\n\n![](a.png)\n\n[gone](gone.md)\n")
    try folder.stageAll()
    _ = try folder.commit(message: "Begin")
    let adopted = try Tool.run(
      "adopt", "--id", "office-a/old", "--baseline", "accepted.txt", in: folder.path)
    #expect(adopted.status == 0, "\(adopted.errors)")
    #expect(adopted.errors.contains("accepted.txt accepts"))
    #expect(
      try Tool.run("lint", "--fail-on", "note", "--baseline", "accepted.txt", in: folder.path)
        .status == 0)
    #expect(try Tool.run("lint", in: folder.path).status == 1)
  }
}

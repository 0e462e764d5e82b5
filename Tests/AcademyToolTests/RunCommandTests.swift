import SourceCore
import TestSupport
import Testing

/// The whole pipeline on an academy of two offices.
@Suite struct RunCommandTests {
  private let copy = "north/workshop/episodes/01-copy.md"

  /// Office A's course released as 1.0.0, and an office that reuses its first lesson.
  private func academy() throws -> FixtureRepository {
    let repository = try FixtureRepository()
    var files: [String: String] = [:]
    for (path, text) in Tool.course { files["a/prices/\(path)"] = text }
    try repository.commit(files, message: "Release 1.0.0 of office-a/prices")
    var north: [String: String] = [:]
    for (path, text) in Tool.course where !path.hasPrefix("episodes/") { north[path] = text }
    north["config.yaml"] = north["config.yaml"]?.replacing(
      "- 01-first.md\n- 02-second.md", with: "- 01-copy.md")
    north["course.yml"] =
      north["course.yml"]!.replacing("office-a/prices", with: "north/workshop")
        + """
        reuses:
          - course: office-a/prices
            version: ^1.0
            as: verbatim
            lessons: {first: copy}

        """
    north["episodes/01-copy.md"] = Tool.course["episodes/01-first.md"]
    var all: [String: String] = [
      "pipeline.json": """
      {"schema": "pipeline/1", "courses": ["a/prices", "north/workshop"], "output": "dist"}
      """
    ]
    for (path, text) in north { all["north/workshop/\(path)"] = text }
    try repository.commit(all, message: "Start North's workshop")
    return repository
  }

  private func bytes(below folder: String, _ prefix: String = "") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try Files.names(in: folder) where name != "." && name != ".." {
      if let content = try? Files.read("\(folder)/\(name)") {
        files[prefix + name] = content
      } else {
        files.merge(try bytes(below: "\(folder)/\(name)", "\(prefix)\(name)/")) { $1 }
      }
    }
    return files
  }

  @Test func `the report page shows courses, findings, reuse and gaps`() throws {
    let repository = try academy()
    var broken = Tool.course["episodes/02-second.md"] ?? ""
    broken += "\n[gone](gone.md)\n"
    try repository.commit(["a/prices/episodes/02-second.md": broken])
    _ = try Tool.run("reuse", "lock", in: repository.path)
    #expect(try Tool.run("run", in: repository.path).status == 1)
    let page = String(
      decoding: try Files.read(repository.path + "/dist/report.html"), as: UTF8.self)
    for part in [
      "2 courses of 2 offices", "none: the course has errors", ">links/file<",
      "1 lesson verbatim from office-a/prices", "GSBPM phases by office", ">gap<", "<svg ",
      "color-scheme: light dark",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("http://") && !page.contains("https://"))
  }

  @Test func twoRunsLeaveTheSameBytes() throws {
    let repository = try academy()
    let locked = try Tool.run("reuse", "lock", in: repository.path)
    #expect(locked.status == 0, "\(locked)")
    let first = try Tool.run("run", in: repository.path)
    #expect(first.status == 0, "\(first.output)\(first.errors)")
    #expect(first.output.contains("office-a/prices"))
    #expect(first.output.contains("1 lesson verbatim from office-a/prices 1.0.0"))
    let dist = repository.path + "/dist"
    let before = try bytes(below: dist)
    let names = before.keys.sorted()
    for end in ["site/index.html", "prices-1.0.0-site.zip", "prices-1.0.0-site.json"] {
      #expect(names.contains { $0.hasPrefix("office-a/prices/") && $0.hasSuffix(end) }, "\(names)")
    }
    let environment = ["TZ": "Pacific/Auckland", "LC_ALL": "fr_FR.UTF-8"]
    let second = try Tool.run("run", in: repository.path, environment: environment)
    #expect(second.status == 0)
    #expect(second.output.contains("unchanged"))
    #expect(try bytes(below: dist) == before)
  }

  @Test func aChangedWordInAVerbatimLessonIsNamed() throws {
    let repository = try academy()
    #expect(try Tool.run("reuse", "lock", in: repository.path).status == 0)
    let original = Tool.lesson("First")
    try repository.write(copy, original.replacing("each month", with: "every month"))
    let outcome = try Tool.run("run", "--format", "json", in: repository.path)
    #expect(outcome.status == 1)
    let found = try #require(try Tool.findings(outcome).first { $0.rule == "reuse/verbatim" })
    #expect(found.path == copy)
    let lines = original.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("each month") }) + 1
    #expect(found.line == line)
    #expect(found.message.contains("office-a/prices") && found.message.contains("1.0.0"))
    try repository.write(copy, original)
    #expect(try Tool.run("run", in: repository.path).status == 0)
  }

  @Test func withoutALockTheReuseIsAWarningAndLockedAnError() throws {
    let repository = try academy()
    let open = try Tool.run("reuse", "check", "--format", "json", in: repository.path)
    #expect(open.status == 0)
    #expect(
      try Tool.findings(open).map { "\($0.severity) \($0.rule)" } == ["warning reuse/lock"])
    #expect(try Tool.run("reuse", "check", "--locked", in: repository.path).status == 1)
    #expect(try Tool.run("reuse", "lock", in: repository.path).status == 0)
    #expect(try Tool.run("reuse", "check", "--locked", in: repository.path).status == 0)
    let again = try Tool.run("reuse", "lock", in: repository.path)
    #expect(again.errors.contains("unchanged  north/workshop"))
  }

  @Test func filesWithoutARepositoryRunWithOneNote() throws {
    let repository = try academy()
    #expect(try Tool.run("reuse", "lock", in: repository.path).status == 0)
    Files.remove(repository.path + "/.git")
    let outcome = try Tool.run("run", "--format", "json", in: repository.path)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try Tool.findings(outcome).map(\.rule) == ["source/no-repository"])
    let names = try Files.names(in: repository.path + "/dist/office-a/prices")
    #expect(names.contains("prices-worktree-site.zip"), "\(names)")
  }

  @Test func rulesAreSetByTheAcademyAndByFolder() throws {
    let repository = try academy()
    try repository.write("a/prices/episodes/02-second.md", Tool.lesson("Second", body: "FIXME"))
    try repository.write(copy, Tool.lesson("First", body: "TODO"))
    let settings = """
      {"schema": "pipeline/1", "courses": ["a/prices"],
       "rules": {"framework/placeholder": "warning"},
       "overrides": [{"paths": ["north"], "rules": {"framework": "off"}}]}
      """
    try repository.write("pipeline.json", settings)
    let outcome = try Tool.run("lint", "--format", "json", in: repository.path)
    #expect(outcome.status == 0)
    let found = try Tool.findings(outcome).filter { $0.rule == "framework/placeholder" }
    #expect(found.map { "\($0.severity) \($0.path)" } == ["warning a/prices/episodes/02-second.md"])
    try repository.write("pipeline.json", settings.replacing("placeholder", with: "placehodler"))
    let broken = try Tool.run("lint", in: repository.path)
    #expect(broken.status == 2)
    #expect(broken.errors.contains("did you mean `framework/placeholder`?"))
  }

  @Test func anOptionOfARuleIsSetAndChecked() throws {
    let repository = try FixtureRepository()
    var files = Tool.course
    files["episodes/01-first.md"] = Tool.lesson("First", body: "![A plot](plot.svg)")
    files["episodes/plot.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    func settings(_ option: String) -> String {
      """
      {"schema": "pipeline/1", "courses": [""],
       "rules": {"links/large-asset": {"severity": "error", "options": {\(option)}}}}
      """
    }
    files["pipeline.json"] = settings("\"picture-bytes\": 10")
    try repository.commit(files)
    let outcome = try Tool.run("lint", "--format", "json", in: repository.path)
    #expect(outcome.status == 1)
    #expect(try Tool.findings(outcome).map(\.rule) == ["links/large-asset"])
    for (option, message) in [
      ("\"picture-byte\": 10", "it has picture-bytes, other-bytes"),
      ("\"picture-bytes\": 0", "must be a whole number from 1 to 1000000000"),
    ] {
      try repository.write("pipeline.json", settings(option))
      let broken = try Tool.run("lint", in: repository.path)
      #expect(broken.status == 2)
      #expect(broken.errors.contains(message), "\(broken.errors)")
    }
  }
}

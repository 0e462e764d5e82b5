import SourceCore
import StructuredData
import TestSupport
import Testing

/// `academy framework`, and the other commands with an office's framework.
@Suite struct FrameworkCommandTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// A document that forbids NC licences from some version on.
  private static func document(_ version: String, _ more: String = "") -> String {
    """
    {"framework": "nso-north/1", "version": "\(version)", "extends": "framework/1",
     "licences": {"forbid": ["CC-BY-NC-*"]}\(more)}

    """
  }

  /// The first block of JSON behind a heading of docs/framework.md.
  private static func documented(below heading: String) throws -> String {
    let bytes = try Files.read(root + "/docs/framework.md")
    let page = String(decoding: bytes, as: UTF8.self)
    let start = try #require(page.firstRange(of: "\n## \(heading)\n"))
    let fence = try #require(page[start.upperBound...].firstRange(of: "```json\n"))
    let end = try #require(page[fence.upperBound...].firstRange(of: "```"))
    return String(page[fence.upperBound..<end.lowerBound])
  }

  /// A course whose authors have ORCID iDs or not, under some licence.
  private static func course(authors: String, license: String) -> [String: String] {
    var course = Tool.course
    course["course.yml"] = course["course.yml"]!.replacing(
      "authors: [{name: Ada Author}]", with: authors)
    course["config.yaml"] = course["config.yaml"]!.replacing("CC-BY-4.0", with: license)
    course["LICENSE.md"] = "\(license)\n"
    return course
  }

  @Test("The page's twenty lines require an ORCID iD of each author and forbid CC-BY-NC")
  func orcidAndLicence() throws {
    let document = try Self.documented(below: "Require an ORCID iD, and forbid a licence")
    #expect(document.split(separator: "\n").count <= 20)
    let folder = try TemporaryFolder()
    try folder.write("north/framework.json", document)
    let course = Self.course(
      authors: "authors: [{name: Ada Author}, Bo Berg, {name: C, orcid: 0000-0002-1825-0097}]",
      license: "CC-BY-NC-SA-4.0")
    for (path, text) in course { try folder.write("bad/\(path)", text) }
    let good = Self.course(
      authors: "authors: [{name: Ada Author, orcid: 0000-0002-1825-0097}]", license: "CC-BY-4.0")
    for (path, text) in good { try folder.write("good/\(path)", text) }

    let checked = try Tool.run("framework", "check", "north/framework.json", in: folder.path)
    #expect(checked.status == 0, "\(checked.output)")
    let framework = "north/framework.json"
    let clean = try Tool.run("lint", "good", "--framework", framework, in: folder.path)
    #expect(clean.status == 0, "\(clean.output)")
    let before = try Tool.run("lint", "bad", in: folder.path)
    #expect(before.status == 0, "\(before.output)")
    let after = try Tool.run(
      "lint", "bad", "--framework", framework, "--format", "json", in: folder.path)
    #expect(after.status == 1)
    let errors = try Tool.findings(after).filter { $0.severity == "error" }
    #expect(
      errors.map(\.message) == [
        "`CC-BY-NC-SA-4.0` is a licence that `nso-north/1` forbids", "`authors[0]` has no `orcid`",
        "`authors[1]` must be a map with `name` and `orcid`; `Bo Berg` is text",
      ], "\(errors)")
  }

  @Test("An author whom only CITATION.cff names needs the ORCID iD there")
  func citedAuthors() throws {
    let document = try Self.documented(below: "Require an ORCID iD, and forbid a licence")
    let folder = try TemporaryFolder()
    try folder.write("framework.json", document)
    var course = Self.course(authors: "", license: "CC-BY-4.0")
    course["CITATION.cff"] = """
      cff-version: 1.2.0
      title: Prices
      authors:
        - given-names: Ada
          family-names: Author
          orcid: https://orcid.org/0000-0002-1825-0097
        - given-names: Bo
          family-names: Berg

      """
    for (path, text) in course { try folder.write("course/\(path)", text) }
    let outcome = try Tool.run(
      "lint", "course", "--framework", "framework.json", "--format", "json", in: folder.path)
    let errors = try Tool.findings(outcome).filter { $0.severity == "error" }
    #expect(errors.map(\.path) == ["CITATION.cff"], "\(errors)")
    #expect(errors.map(\.message) == ["`authors[1]` has no `orcid`"])
    #expect(errors.first?.line == 7)
  }

  @Test("pipeline.json names a file, and every command reads it, at a revision too")
  func pipelineFile() throws {
    let repository = try FixtureRepository()
    var files = Self.course(authors: "authors: [Ada]", license: "CC-BY-NC-4.0")
    files["pipeline.json"] =
      "{\"schema\": \"pipeline/1\", \"courses\": [\"\"], \"framework\": \"north/framework.json\"}\n"
    files["north/framework.json"] = Self.document("1.0.0")
    try repository.commit(files)
    try repository.write("north/framework.json", "{}\n")

    for arguments in [["lint", "--rev", "HEAD"], ["lint", "--staged"]] {
      let outcome = try #require(ToolRunner()).run(
        arguments + ["--format", "json"], in: repository.path)
      #expect(outcome.status == 1, "\(arguments): \(outcome)")
      let rules = try Tool.findings(outcome).filter { $0.severity == "error" }.map(\.rule)
      #expect(rules == ["licence/forbidden"])
    }
    // What the work tree holds is no framework document.
    for arguments in [["lint"], ["run"], ["bundle"], ["reuse", "check"]] {
      let outcome = try #require(ToolRunner()).run(arguments, in: repository.path)
      #expect(outcome.status == 2, "\(arguments): \(outcome)")
      #expect(outcome.errors.contains("north/framework.json:1:1: `framework` is missing"))
      #expect(outcome.errors.contains("and 2 more"))
    }
    try repository.write("north/framework.json", Self.document("1.0.0"))
    for arguments in [["lint"], ["run"], ["bundle", "--worktree"]] {
      let outcome = try #require(ToolRunner()).run(arguments, in: repository.path)
      #expect(outcome.status == 1, "\(arguments): \(outcome)")
      #expect(outcome.output.contains("licence/forbidden"))
    }
    let builtin = try Tool.run("lint", "--framework", "framework/1", in: repository.path)
    #expect(builtin.status == 0, "\(builtin.output)")
  }

  @Test("A document is read from a repository at a release, a tag or a branch")
  func repository() throws {
    let academy = try FixtureRepository()
    let path = "frameworks/north.json"
    try academy.commit([path: Self.document("1.0.0").replacing("CC-BY-NC-*", with: "MPL-2.0")])
    try academy.tag("v1.0.0", at: academy.head)
    try academy.commit([path: Self.document("1.1.0")])
    try academy.tag("v1.1.0", at: academy.head)
    // Inherited from somewhere: the commit says another version.
    try academy.tag("v9.5.3", at: academy.head)
    try academy.commit([path: "{}\n"])

    let folder = try TemporaryFolder()
    let course = Self.course(authors: "authors: [Ada]", license: "CC-BY-NC-4.0")
    for (file, text) in course { try folder.write("course/\(file)", text) }
    func run(_ point: String) throws -> ToolRunner.Outcome {
      try folder.write(
        "pipeline.json",
        """
        {"schema": "pipeline/1", "courses": ["course"], "framework":
         {"repository": "\(academy.path)", "path": "\(path)"\(point)}}

        """)
      return try Tool.run("lint", "course", "--config", "pipeline.json", in: folder.path)
    }
    #expect(try run(", \"release\": \"1.0.0\"").status == 0)
    #expect(try run(", \"release\": \"1.1.0\"").output.contains("licence/forbidden"))
    #expect(try run(", \"rev\": \"v1.1.0\"").output.contains("licence/forbidden"))
    #expect(try run(", \"rev\": \"main~1\"").output.contains("licence/forbidden"))
    #expect(try run("").errors.contains("`framework` is missing"))
    for (point, message) in [
      (", \"release\": \"9.5.3\"", "the commit of the tag v9.5.3 holds nso-north/1 1.1.0"),
      (", \"release\": \"1.2.0\"", "no tag releases 1.2.0 of frameworks/north.json"),
      (", \"rev\": \"v1.1\"", "No commit here has the name `v1.1`"),
      (", \"rev\": \"main\", \"release\": \"1.0.0\"", "`release` and `rev` exclude each other"),
      (", \"tag\": \"v1\"", "`tag` says nothing about a framework"),
    ] {
      let outcome = try run(point)
      #expect(outcome.status == 2 && outcome.errors.contains(message), "\(outcome)")
    }
    let shown = try Tool.run(
      "framework", "show", "--framework", "\(path)@1.1.0", in: academy.path)
    #expect(shown.output.hasPrefix("nso-north/1 1.1.0, extends framework/1 "), "\(shown)")
  }

  @Test("A declared release is the first commit that has the version")
  func declared() throws {
    let academy = try FixtureRepository()
    let declares = ", \"releases\": \"declared\""
    try academy.commit(["f.json": Self.document("1.0.0", declares)])
    try academy.commit(["f.json": Self.document("1.1.0", declares)])
    try academy.commit(["f.json": Self.document("1.1.0", declares + ", \"placeholders\": [\"X\"]")])
    let first = try Tool.run("framework", "show", "--framework", "f.json@1.1.0", in: academy.path)
    #expect(first.status == 0 && !first.output.contains("ipsum, X"), "\(first)")
    let now = try Tool.run("framework", "show", "--framework", "f.json", in: academy.path)
    #expect(now.output.contains("ipsum, X"))
    let none = try Tool.run("framework", "show", "--framework", "f.json@2.0.0", in: academy.path)
    #expect(none.status == 2 && none.errors.contains("no commit declares 2.0.0 of f.json"))
  }

  @Test("A framework may extend another office's, which is found and never followed in a circle")
  func chain() throws {
    let folder = try TemporaryFolder()
    try folder.write("north.json", Self.document("1.3.0"))
    func team(_ extends: String) throws -> ToolRunner.Outcome {
      try folder.write(
        "team/framework.yml", "framework: team/1\nversion: 1.0.0\nextends: \(extends)\n")
      return try Tool.run("framework", "check", "team/framework.yml", in: folder.path)
    }
    #expect(try team("{framework: nso-north/1, path: ../north.json}").status == 0)
    let shown = try Tool.run(
      "framework", "show", "--framework", "team/framework.yml", in: folder.path)
    #expect(shown.output.contains("CC-BY-NC-* (nso-north/1)"), "\(shown)")
    for (extends, message) in [
      (
        "{framework: nso-north/1, version: ^2.0, path: ../north.json}",
        "in a version of `^2.0`, but what is there is 1.3.0"
      ),
      ("{framework: nso-south/1, path: ../north.json}", "calls itself `nso-north/1`"),
      ("{framework: nso-north/1, path: gone.json}", "`nso-north/1` cannot be read: cannot read"),
      ("{framework: team/1, path: framework.yml}", "the name of the framework that it extends"),
      ("nso-north/1", "there is no framework `nso-north/1` inside this tool"),
      ("framework/11", "did you mean `framework/1`?"),
    ] {
      let outcome = try team(extends)
      #expect(outcome.status == 1 && outcome.output.contains(message), "\(extends): \(outcome)")
    }
    try folder.write(
      "north.json",
      """
      {"framework": "nso-north/1", "version": "1.0.0",
       "extends": {"framework": "team/1", "path": "team/framework.yml"}}

      """)
    let circle = try team("{framework: nso-north/1, path: ../north.json}")
    #expect(circle.status == 1, "\(circle)")
    #expect(
      circle.output.contains(
        "extends itself: team/framework.yml → north.json → team/framework.yml"),
      "\(circle.output)")
  }

  @Test("What a document loosens is a warning of the check, and applied")
  func loosening() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "f.json", Self.document("1.0.0", ",\n \"severities\": {\"licence/spdx\": \"note\"}"))
    let check = try Tool.run("framework", "check", "f.json", "--format", "json", in: folder.path)
    #expect(check.status == 0)
    let found = try Tool.findings(check)
    #expect(found.map(\.rule) == ["framework/loosened"] && found.first?.line == 3, "\(found)")
    let strict = try Tool.run(
      "framework", "check", "f.json", "--fail-on", "warning", in: folder.path)
    #expect(strict.status == 1)
    let missing = try Tool.run("framework", "check", "gone.json", in: folder.path)
    #expect(missing.status == 2 && missing.output.isEmpty)
  }

  @Test("The difference names the courses that would newly fail, and why")
  func difference() throws {
    let folder = try TemporaryFolder()
    try folder.write("old.json", Self.document("1.0.0").replacing("CC-BY-NC-*", with: "MPL-2.0"))
    try folder.write("new.json", Self.document("1.1.0"))
    let free = Self.course(authors: "authors: [Ada]", license: "CC-BY-4.0")
    for (path, text) in free { try folder.write("free/\(path)", text) }
    let bound = Self.course(authors: "authors: [Ada]", license: "CC-BY-NC-4.0")
    for (path, text) in bound {
      try folder.write("bound/\(path)", text.replacing("office-a/prices", with: "office-b/prices"))
    }
    let text = try Tool.run(
      "framework", "diff", "old.json", "new.json", "free", "bound", in: folder.path)
    #expect(text.status == 1, "\(text)")
    #expect(text.output.hasPrefix("nso-north/1 1.0.0 → nso-north/1 1.1.0\n"))
    #expect(text.output.contains("  + forbidden: `CC-BY-NC-*`\n  - no longer forbidden: `MPL-2.0`"))
    #expect(text.output.contains("office-a/prices: passes\n"))
    #expect(
      text.output.contains(
        "office-b/prices: would newly fail: 1 error\n  config.yaml:3:10  licence/forbidden\n"))
    try folder.write(
      "pipeline.json", "{\"schema\": \"pipeline/1\", \"courses\": [\"free\", \"bound\"]}\n")
    let json = try Tool.run(
      "framework", "diff", "old.json", "new.json", "--format", "json", in: folder.path)
    #expect(json.status == 1)
    let root = try #require(JSONParser.parse(Array(json.output.utf8)).root, "\(json)")
    #expect(root["changes"]?.array?.count == 2)
    let courses = try #require(root["courses"]?.array)
    #expect(courses.map { $0["newly_fails"]?.boolValue } == [false, true])
    let same = try Tool.run("framework", "diff", "new.json", "new.json", in: folder.path)
    #expect(same.status == 0 && same.output.contains("nothing changes"))
  }

  @Test("A finding that only weighs more is a new error, not a new finding beside one that is gone")
  func weight() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "f.json",
      Self.document("1.0.0", ", \"severities\": {\"framework/placeholder\": {\"beta\": \"error\"}}")
    )
    var course = Tool.course
    course["config.yaml"] = course["config.yaml"]!.replacing("stable", with: "beta")
    course["episodes/01-first.md"] = Tool.lesson("First", body: "FIXME")
    for (path, text) in course { try folder.write("c/\(path)", text) }
    let outcome = try Tool.run("framework", "diff", "framework/1", "f.json", "c", in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("office-a/prices: would newly fail: 1 error\n"), "\(outcome)")
  }

  @Test("The framework inside the tool is shown with its labels, for people and for programs")
  func show() throws {
    let folder = try TemporaryFolder()
    let text = try Tool.run("framework", "show", "--language", "fr", in: folder.path)
    #expect(text.status == 0 && text.output.hasPrefix("framework/1 1.0.0\n"))
    #expect(text.output.contains("  version-control         Gestion de versions\n"), "\(text)")
    #expect(text.output.contains("GSBPM is CC BY 4.0, UNECE"))
    #expect(!text.output.split(separator: "\n").contains { $0.hasSuffix(" ") })
    let json = try Tool.run("framework", "show", "--format", "json", in: folder.path)
    let root = try #require(JSONParser.parse(Array(json.output.utf8)).root)
    #expect(root["required"]?["stable"]?.array?.count == 15)
    #expect(root["severities"]?["framework/placeholder"]?["beta"]?.string == "warning")
    #expect(root["vocabularies"]?["topics"]?["terms"]?.array?.isEmpty == false)
  }

  @Test("What an office asks of front matter it asks of lessons, also of those without any")
  func frontMatter() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "f.json", Self.document("1.0.0", ", \"frontMatter\": {\"required\": [\"level\"]}"))
    var course = Tool.course
    course["episodes/02-second.md"] = String(
      Tool.lesson("Second").split(separator: "---\n", maxSplits: 1).last ?? "")
    course["learners/setup.md"] = "---\ntitle: Setup\n---\n\n## Setup\n\nInstall Git.\n"
    for (path, text) in course { try folder.write("c/\(path)", text) }
    let outcome = try Tool.run(
      "lint", "c", "--framework", "f.json", "--format", "json", in: folder.path)
    let found = try Tool.findings(outcome).filter { $0.rule == "framework/front-matter" }
    #expect(found.map(\.path) == ["episodes/01-first.md", "episodes/02-second.md"], "\(found)")
    #expect(found.allSatisfy { $0.message == "`level` is missing from the front matter" })
  }
}

import Framework
import SourceCore
import StructuredData
import TestSupport
import Testing

@Suite struct AdoptCommandTests {
  private let site = [
    "_quarto.yml": "website:\n  title: Prices\n  navbar: {left: [b.qmd, a.qmd]}\nlang: en\n",
    "index.qmd": "# Welcome\n\nText.\n", "a.qmd": "## A\n\nText.\n", "b.qmd": "## B\n\nText.\n",
    "LICENSE.md": "Attribution-ShareAlike 4.0 International\n",
  ]

  private func manifest(_ text: String) throws -> DataNode {
    let bytes = Array(text.utf8)
    let data = YAMLParser.parse(bytes)
    #expect(data.problems.isEmpty)
    return try #require(data.root)
  }

  private func text(_ repository: FixtureRepository) throws -> String {
    String(decoding: try Files.read("\(repository.path)/course.yml"), as: UTF8.self)
  }

  @Test func aCourseWithoutAManifestGetsAShortOne() throws {
    let repository = try FixtureRepository()
    try repository.commit(site)
    let outcome = try Tool.run("adopt", in: repository.path)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Quarto, with 2 lessons, from b.qmd to a.qmd"))
    #expect(outcome.errors.contains("_quarto.yml says its language and title"))
    let text = try text(repository)
    let root = try manifest(text)
    #expect(root.object?.map(\.key) == ["schema", "id", "version", "license"])
    #expect(root["id"]?.stringValue?.hasPrefix("your-office/") == true)
    #expect(root["version"]?.stringValue == "0.1.0-dev")
    #expect(root["license"]?.stringValue == "CC-BY-SA-4.0")
    #expect(text.contains("# unknown: the office's short name"))
    #expect(text.contains("# topics: [quality]"))
    let lint = try Tool.run("lint", "--format", "json", in: repository.path)
    #expect(
      Set(try Tool.findings(lint).map(\.rule)) == ["framework/metadata", "objectives/none"])
  }

  @Test func aTrialWritesNothing() throws {
    let repository = try FixtureRepository()
    try repository.commit(site)
    let trial = try Tool.run("adopt", "--dry-run", "--id", "stats/prices", in: repository.path)
    #expect(trial.status == 0)
    #expect((try? Files.read("\(repository.path)/course.yml")) == nil)
    #expect(try manifest(trial.output)["id"]?.stringValue == "stats/prices")
    #expect(try Tool.run("adopt", "--id", "stats/prices", in: repository.path).status == 0)
    #expect(try text(repository) == trial.output)
  }

  @Test func aManifestIsNeverOverwritten() throws {
    let repository = try FixtureRepository()
    try repository.commit(site.merging(["course.yml": "id: a/b\n"]) { $1 })
    for arguments in [[], ["--dry-run"]] {
      let outcome = try #require(ToolRunner()).run(["adopt"] + arguments, in: repository.path)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("never overwritten"))
    }
    #expect(try text(repository) == "id: a/b\n")
    repository.remove("course.yml")
    try repository.link("course.yml", to: "nowhere")
    #expect(try Tool.run("adopt", in: repository.path).status == 2)
    #expect((try? Files.read("\(repository.path)/nowhere")) == nil)
  }

  @Test func whatNobodySaysIsRightOnceFilledIn() throws {
    let repository = try FixtureRepository()
    try repository.commit(["a.md": "Text.\n"])
    let text = try Tool.run("adopt", "--dry-run", in: repository.path).output
    let filled = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isTemplate =
        line.hasPrefix("# ")
        && line.dropFirst(2).prefix { $0 != ":" }
          .allSatisfy { $0.isLowercase || $0 == "_" }
        && !line.hasPrefix("# unknown")
      return isTemplate && line.contains(": ") ? line.dropFirst(2) : line
    }.joined(separator: "\n")
    let root = try manifest(filled)
    #expect(Framework.builtin.validate(manifest: root).isEmpty)
    let missing = Framework.builtin.requiredFields(.stable).filter { root[$0] == nil }
    #expect(missing.isEmpty, "\(filled)")
  }

  @Test func whatTheTemplateSaysIsNotKnown() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "config.yaml",
      """
      title: Prices
      keywords: 'software, data, lesson, The Carpentries'
      contact: 'team@carpentries.org'
      license: 'CC-BY 4.0'
      source: 'https://github.com/office-x/other'
      lang: en

      """)
    try folder.write("episodes/01-a.md", Tool.lesson("A"))
    let outcome = try Tool.run("adopt", "--dry-run", in: folder.path)
    #expect(outcome.output.contains("config.yaml still has the lesson"))
    #expect(outcome.output.contains("# contact: "))
    #expect(outcome.output.contains("\nlicense: CC-BY-4.0\n"))
    #expect(!outcome.output.contains("title:"))
    #expect(outcome.errors.contains("say so with --fork-of"))
  }

  @Test func theRepositorysAddressGivesTheID() throws {
    let repository = try FixtureRepository()
    try repository.commit(site)
    func id(_ address: String, _ arguments: String...) throws -> String? {
      try repository.write(
        ".git/config", "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = \(address)\n")
      let outcome = try #require(ToolRunner())
        .run(["adopt", "--dry-run"] + arguments, in: repository.path)
      #expect(!outcome.output.contains("secret") && !outcome.errors.contains("secret"))
      return try manifest(outcome.output)["id"]?.stringValue
    }
    #expect(
      try id("https://me:secret@git.example/Office_A/Price-Index.git") == "office-a/price-index")
    #expect(try id("git@git.example:stats/training/prices.git") == "stats/prices")
    #expect(try id("/home/me/prices")?.hasPrefix("your-office/") == true)
  }

  @Test func aForksIDIsNeverThatOfItsUpstream() throws {
    let upstream = try FixtureRepository()
    try upstream.commit(site)
    try upstream.write(
      ".git/config",
      "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://git.example/stats/prices\n")
    let fork = try FixtureRepository()
    try fork.commit(site)
    for (address, id) in [
      ("https://git.example/stats/prices", "your-office/prices"),
      ("https://git.example/other/prices", "other/prices"),
    ] {
      try fork.write(
        ".git/config", "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = \(address)\n")
      let outcome = try Tool.run("adopt", "--fork-of", upstream.path, in: fork.path)
      #expect(outcome.status == 0, "\(outcome)")
      let text = try text(fork)
      #expect(text.contains("# A fork of stats/prices: "))
      let root = try manifest(text)
      #expect(root["id"]?.stringValue == id)
      #expect(root["reuses"]?.array?.first?["course"]?.stringValue == "stats/prices")
      fork.remove("course.yml")
      fork.remove("academy.lock")
    }
    let smuggled = try Tool.run("adopt", "--fork-of", "x\nid: evil/x", in: fork.path)
    #expect(smuggled.status == 2)
    #expect(try Tool.run("adopt", "--id", "No Id", in: fork.path).status == 2)
    #expect((try? Files.read("\(fork.path)/course.yml")) == nil)
  }

  @Test func aPathMeansTheCourseAroundItOrBelow() throws {
    let repository = try FixtureRepository()
    var files = Tool.course.filter { $0.key != "course.yml" }
    files = Dictionary(uniqueKeysWithValues: files.map { ("prices/" + $0.key, $0.value) })
    files["README.md"] = "# All\n"
    try repository.commit(files)
    let inside = try Tool.run("adopt", "--dry-run", "prices/episodes", in: repository.path)
    #expect(inside.errors.contains("from episodes/01-first.md"))
    let below = try Tool.run("adopt", in: repository.path)
    #expect(below.status == 0, "\(below)")
    #expect((try? Files.read("\(repository.path)/prices/course.yml")) != nil)
    try repository.write("notes/one.md", "# One\n")
    let plain = try Tool.run("adopt", "notes", in: repository.path)
    #expect(plain.status == 0, "\(plain)")
    #expect((try? Files.read("\(repository.path)/notes/course.yml")) != nil)
  }

  @Test func whatCannotBeAdoptedEndsWithTwo() throws {
    let repository = try FixtureRepository()
    try repository.commit(site)
    let bare = try repository.bareClone()
    #expect(try Tool.run("adopt", in: bare.path).status == 2)
    #expect(try Tool.run("adopt", "missing", in: repository.path).status == 2)
    let empty = try TemporaryFolder()
    #expect(try Tool.run("adopt", in: empty.path).status == 2)
  }
}

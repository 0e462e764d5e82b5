import SourceCore
import TestSupport
import Testing

/// `academy new`: what it makes passes, and nothing is lost by it.
@Suite struct NewCommandTests {
  private let scratch: TemporaryFolder

  init() throws { scratch = try TemporaryFolder() }

  private func new(_ arguments: String..., in folder: String? = nil) throws -> ToolRunner.Outcome {
    let runner = try #require(ToolRunner(), "the tool was not built with the tests")
    return try runner.run(["new"] + arguments, in: folder ?? scratch.path)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Files.read(path), as: UTF8.self)
  }

  /// The files of a folder with what they hold.
  private func listing(_ folder: String) throws -> String {
    let find = try ToolRunner(program: "/usr/bin/find").run(
      [".", "-type", "f", "-not", "-path", "./.git/*"], in: folder)
    let paths = find.output.split(separator: "\n").map { String($0.dropFirst(2)) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return try paths.map { "=== \($0)\n" + (try text("\(folder)/\($0)")) }.joined()
  }

  @Test(arguments: ["en", "fr", "es", "de"])
  func `a new course holds what is known and passes`(_ language: String) throws {
    let made = try new(
      "course", "Prix & Löhne", "--office", "NSO North", "--language", language, "--title",
      "Prices: \"first steps\"", "--code-licence", "MIT", "--author", "Ana Novak", "--contact",
      "courses@nso-north.example")
    #expect(made.status == 0, "\(made)")
    #expect(made.output.isEmpty)
    let folder = scratch.path + "/Prix & Löhne"
    let lint = try Tool.run("lint", "--all", in: folder)
    let run = try Tool.run("run", in: folder)
    #expect(lint.status == 0)
    #expect(run.status == 0, "\(run)")
    let hint = made.errors.replacing(scratch.path, with: "(here)")
    Files.remove(folder + "/dist")
    try GoldenOutput.check(
      hint + "\n" + (try listing(folder)) + "\n=== academy lint\n" + lint.output,
      "new/course-\(language)")
  }

  @Test func `what nobody said is marked`() throws {
    #expect(try new("course", "price-indices").status == 0)
    let folder = scratch.path + "/price-indices"
    let manifest = try text(folder + "/course.yml")
    #expect(manifest.contains("id: your-office/price-indices\n"))
    #expect(manifest.contains("# unknown: the office's short name"))
    #expect(try text(folder + "/config.yaml").contains("title: \"Price indices\"\n"))
    #expect(try text(folder + "/config.yaml").contains("# unknown: whom to ask"))
    let lint = try Tool.run("lint", "--format", "json", in: folder)
    let rules = Set(try Tool.findings(lint).map { "\($0.severity) \($0.rule)" })
    #expect(rules == ["note framework/placeholder", "note source/no-repository"])
  }

  @Test func `a clone of an empty repository gets a course, and its address the id`() throws {
    let repository = try FixtureRepository()
    try repository.write(
      ".git/config",
      "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://git.example/Office_A/x.git\n")
    try repository.write("LICENSE", "Creative Commons Attribution 4.0 International\n")
    try repository.write("README.md", "# Prices\n")
    let made = try new("course", ".", in: repository.path)
    #expect(made.status == 0, "\(made)")
    #expect(made.errors.contains("note: a licence file is there already"))
    #expect(!made.errors.contains("git init") && !made.errors.contains("cd "))
    #expect(try text(repository.path + "/course.yml").contains("id: office-a/"))
    #expect((try? Files.read(repository.path + "/LICENSE.md")) == nil)
    #expect(try Tool.run("lint", "--fail-on", "warning", in: repository.path).status == 0)
  }

  @Test func `nothing is overwritten`() throws {
    let repository = try FixtureRepository()
    try repository.write("index.md", "# Mine\n")
    let taken = try new("course", ".", in: repository.path)
    #expect(taken.status == 2 && taken.errors.contains("there is already index.md"), "\(taken)")
    #expect(try Files.names(in: repository.path).sorted() == [".git", "index.md"])
    try repository.link("LICENSE.md", to: "nowhere")
    repository.remove("index.md")
    try repository.link("index.md", to: "nowhere")
    #expect(try new("course", ".", in: repository.path).status == 2)
    // A course is there, or around.
    #expect(try new("course", "prices", in: repository.path).status == 0)
    let before = try listing(repository.path + "/prices")
    for folder in ["prices", "prices/inner", "prices/episodes"] {
      let outcome = try new("course", folder, in: repository.path)
      #expect(outcome.status == 2, "\(folder): \(outcome)")
    }
    #expect(try listing(repository.path + "/prices") == before)
    // A folder outside of any repository could lose what it holds.
    try scratch.write("plain/notes.txt", "Mine.\n")
    #expect(try new("course", "plain").errors.contains("git init"))
    #expect(try new("course", "plain/notes.txt").status == 2)
    #expect(try listing(scratch.path + "/plain") == "=== notes.txt\nMine.\n")
  }

  @Test func `a course is there as a whole or not at all, whenever the tool is killed`() throws {
    let runner = try #require(ToolRunner(), "the tool was not built with the tests")
    let whole = scratch.path + "/whole"
    #expect(try new("course", "whole").status == 0)
    let names = try Files.names(in: whole).sorted()
    var made = 0
    for i in 0..<24 {
      let name = "try-\(i)"
      try runner.runKilled(["new", "course", name], in: scratch.path, after: 2_000 + i * 10_000)
      guard let found = try? Files.names(in: "\(scratch.path)/\(name)") else { continue }
      #expect(found.sorted() == names, "\(name): \(found)")
      made += 1
    }
    // What a killed run left is in nobody's way.
    #expect(try new("course", "try-0x").status == 0)
    print("\(made) of 24 killed runs had made the course")
  }

  @Test func `what cannot be right is refused before anything is written`() throws {
    for arguments in [
      ["--id", "No Id"], ["--id", "a/b\nx: y"], ["--office", "北京"], ["--language", "english!"],
      ["--licence", "CC BY 4.0"], ["--code-licence", "?"], ["--title", "a\nb"], ["--title", ""],
      ["--author", "a\u{1B}[2Jb"],
    ] {
      let outcome = try #require(ToolRunner()).run(
        ["new", "course", "bad"] + arguments, in: scratch.path)
      #expect(outcome.status == 2, "\(arguments): \(outcome)")
      #expect(try Files.names(in: scratch.path).isEmpty, "\(arguments)")
    }
    let misspelt = try new("course", "bad", "--licence", "CC BY 4.0")
    #expect(misspelt.errors.contains("write `CC-BY-4.0`"), "\(misspelt)")
  }

  @Test func `a lesson goes where the others are, and into the list`() throws {
    let repository = try FixtureRepository()
    try repository.commit(Tool.course)
    let made = try new("lesson", "Où sont les poids ?", in: repository.path + "/episodes")
    #expect(made.status == 0, "\(made)")
    let path = repository.path + "/episodes/03-ou-sont-les-poids.md"
    #expect(try text(path).hasPrefix("---\ntitle: \"Où sont les poids ?\"\nteaching: 10\n"))
    #expect(
      try text(repository.path + "/config.yaml")
        .hasSuffix("- 02-second.md\n- \"03-ou-sont-les-poids.md\"\n"))
    let found = try Tool.findings(Tool.run("lint", "--format", "json", in: repository.path))
    #expect(Set(found.map(\.rule)) == ["framework/placeholder"])
    // The same once more is refused, and so is another one that would have its id.
    let before = try listing(repository.path)
    #expect(try new("lesson", "Où sont les poids?", in: repository.path).status == 2)
    #expect(try new("lesson", "Third", "--id", "first", in: repository.path).status == 2)
    for id in ["../x", "Ä", "a/b", "", "-a"] {
      let outcome = try new("lesson", "Third", "--id=\(id)", in: repository.path)
      #expect(outcome.status == 2, "\(id): \(outcome)")
    }
    #expect(try new("lesson", "你好", in: repository.path).errors.contains("--id"))
    #expect(try new("lesson", in: repository.path).status == 2)
    #expect(try listing(repository.path) == before)
  }

  @Test(arguments: [
    ("jekyll", ["_config.yml": "title: A\nepisode_order:\n- a\n", "_episodes/01-a.md": "A.\n"]),
    ("quarto", ["_quarto.yml": "website:\n  title: A\n", "index.qmd": "# A\n", "a.qmd": "A.\n"]),
    (
      "mdbook",
      [
        "book.toml": "[book]\ntitle = \"A\"\n", "src/SUMMARY.md": "- [A](a.md)\n",
        "src/a.md": "A.\n",
      ]
    ),
    ("plain", ["course.yml": "schema: course/1\nid: a/b\nversion: 0.1.0-dev\n", "a.md": "A.\n"]),
    (
      "listed",
      [
        "course.yml": "schema: course/1\nid: a/b\nversion: 0.1.0-dev\nlanguage: fr\nlessons:\n  "
          + "- {id: a, path: texts/a.md} # first\nlevel: basic\n", "texts/a.md": "A.\n",
      ]
    ),
  ])
  func `a lesson is made as its course's layout has it`(
    _ name: String, _ files: [String: String]
  ) throws {
    let repository = try FixtureRepository()
    try repository.commit(files)
    let made = try new("lesson", "Weights & \"baskets\"", in: repository.path)
    #expect(made.status == 0, "\(made)")
    try GoldenOutput.check(
      made.errors + "\n" + (try listing(repository.path)), "new/lesson-\(name)")
    let lint = try Tool.run("lint", "--format", "json", in: repository.path)
    let new = try Tool.findings(lint).filter { $0.path.contains("weights") }
    // A page that an mdBook's list leaves out is not read yet.
    #expect(Set(new.map(\.rule)).subtracting(["framework/placeholder"]).isEmpty, "\(new)")
    #expect(new.isEmpty == (name == "mdbook"))
  }

  @Test func `a lesson is never written outside of Git, where a list could be lost`() throws {
    for (path, text) in Tool.course { try scratch.write(path, text) }
    let before = try listing(scratch.path)
    #expect(try new("lesson", "Third").errors.contains("git init"))
    #expect(try listing(scratch.path) == before)
  }

  /// Types lines at a terminal.
  private func typed(
    _ lines: String, _ arguments: String...
  ) throws -> ToolRunner.Outcome {
    let runner = try #require(ToolRunner())
    try scratch.write("typed", lines)
    let words = ([runner.program, "new"] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try ToolRunner(program: "/usr/bin/script").run(
      ["-qec", words, "/dev/null"], in: scratch.path, input: scratch.path + "/typed")
  }

  @Test(.enabled(if: (try? Files.read("/usr/bin/script")) != nil, "there is no /usr/bin/script"))
  func `on a terminal what no option says is asked for`() throws {
    let outcome = try typed(
      "Price indices\nxx!\nfr\nNSO North\nCC BY 4.0\nCC-BY-SA-4.0\n\nAna\n\n\n", "course", "prices")
    #expect(outcome.status == 0, "\(outcome)")
    try GoldenOutput.check(
      outcome.output.replacing("\r", with: "").replacing(scratch.path, with: "(here)"),
      "new/questions")
    let manifest = try text(scratch.path + "/prices/course.yml")
    #expect(manifest.contains("id: nso-north/prices\n"))
    #expect(manifest.contains("  - name: Ana\n"))
    let config = try text(scratch.path + "/prices/config.yaml")
    #expect(config.contains("license: CC-BY-SA-4.0\nlang: fr\n"))
  }

  @Test(.enabled(if: (try? Files.read("/usr/bin/script")) != nil, "there is no /usr/bin/script"))
  func `questions that are broken off write nothing`() throws {
    let outcome = try typed("Price indices\n\u{4}", "course", "prices")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.output.contains("nothing was written"))
    #expect(try Files.names(in: scratch.path) == ["typed"])
    let silent = try typed("", "course", "prices", "--no-questions")
    #expect(silent.status == 0, "\(silent)")
  }
}

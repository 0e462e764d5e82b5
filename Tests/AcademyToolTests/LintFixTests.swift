import SourceCore
import TestSupport
import Testing

/// `lint --loose`, `--fix` and `--diff`.
@Suite struct LintFixTests {
  private static func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in files { try Files.write("\(folder.path)/\(path)", Array(text.utf8)) }
    return folder
  }

  private static func text(_ folder: TemporaryFolder, _ path: String) throws -> String {
    String(decoding: try Files.read("\(folder.path)/\(path)"), as: UTF8.self)
  }

  @Test func looseFilesAreFixedAndKeepTheirKind() throws {
    let folder = try Self.folder([
      "a.md": "\u{FEFF}# A\r\n\r\n\r\n\r\nText.\r\n", "b.markdown": "# B\n\nText.",
      "c.txt": "\n\n\n",
    ])
    let shown = try Tool.run("lint", "--loose", "--diff", ".", in: folder.path)
    #expect(shown.status == 1)
    #expect(
      shown.output.contains(
        "--- a/b.markdown\n+++ b/b.markdown\n@@ -1,3 +1,3 @@\n # B\n \n-Text.\n\\ No newline at end of file\n+Text.\n"
      ))
    #expect(try Self.text(folder, "b.markdown") == "# B\n\nText.")
    let outcome = try Tool.run("lint", "--loose", "--fix", ".", in: folder.path)
    #expect(outcome.status == 0 && outcome.errors == "fixed 3 findings in 2 files\n")
    #expect(try Self.text(folder, "a.md") == "\u{FEFF}# A\r\n\r\nText.\r\n")
    #expect(try Self.text(folder, "b.markdown") == "# B\n\nText.\n")
    #expect(try Self.text(folder, "c.txt") == "\n\n\n")
    #expect(
      try Tool.run("lint", "--loose", "--fix", ".", in: folder.path).errors
        == "fixed 0 findings in 0 files\n")
  }

  /// One rule wants two blank lines where another allows one: no file can satisfy both.
  @Test func whatNeverEndsStopsWhereItIsBest() throws {
    let folder = try Self.folder([
      "a.md": "# A\nText. \n", "b.md": "# B\n\n\n\nText.\n",
      ".markdownlint.json": #"{"MD022": {"lines_below": 2}}"#,
    ])
    let outcome = try Tool.run("lint", "--loose", "--fix", ".", in: folder.path)
    #expect(outcome.errors.contains("a.md: some fixes undo one another"), "\(outcome.errors)")
    #expect(try Self.text(folder, "a.md") == "# A\n\nText.\n")
    #expect(try Self.text(folder, "b.md") == "# B\n\nText.\n")
    let again = try Tool.run("lint", "--loose", "--fix", ".", in: folder.path)
    #expect(again.errors.contains("fixed 0 findings in 0 files"), "\(again.errors)")
    #expect(try Self.text(folder, "a.md") == "# A\n\nText.\n")
  }

  @Test func oneFileIsCheckedByItself() throws {
    let folder = try Self.folder([
      "a.md": "# A\n", "notes.txt": "# N\n\n\n\nText.\n", "b/.markdownlint.json": "{",
    ])
    let outcome = try Tool.run("lint", "--loose", "--format", "json", "notes.txt", in: folder.path)
    #expect(
      try Tool.findings(outcome).map(\.rule) == [
        "markdown/no-multiple-blanks", "markdown/no-multiple-blanks",
      ])
    #expect(try Tool.run("lint", "--loose", "none.md", in: folder.path).status == 2)
  }

  @Test func aCourseIsFixed() throws {
    let repository = try FixtureRepository()
    var course = Tool.course
    course["episodes/01-first.md"] = Tool.lesson("First").replacing(
      "exercises: 5", with: "excercises: 5")
    try repository.commit(course)
    let refused = try Tool.run("lint", "--fix", "--staged", in: repository.path)
    #expect(refused.status == 2)
    let shown = try Tool.run(
      "lint", "--diff", "--fix-suggested", "--rev", "HEAD", in: repository.path)
    #expect(
      shown.output.contains("-excercises: 5\n+exercises: 5\n"), "\(shown.output) \(shown.errors)")
    let outcome = try Tool.run("lint", "--fix-suggested", in: repository.path)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(
      try Files.read("\(repository.path)/episodes/01-first.md") == Array(Tool.lesson("First").utf8))
  }

  @Test func whatSeveralPathsMeanIsFixedOnce() throws {
    let repository = try FixtureRepository()
    try repository.commit([
      "config.yaml": "title: A\n", "episodes/a.md": "# A\n\ntext   \n",
      "episodes/b.md": "# B\n\ntext   \n",
    ])
    let shown = try Tool.run(
      "lint", "--profile", "all", "--diff", "episodes/b.md", ".", "episodes",
      in: repository.path)
    let names = shown.output.split(separator: "\n").filter { $0.hasPrefix("+++ ") }
    #expect(names == ["+++ b/episodes/b.md", "+++ b/episodes/a.md"])
  }

  /// Outside Git each path is a tree of its own; what is reported is found from where the tool runs.
  @Test func pathsOfSeveralTreesAreThoseOfTheirFiles() throws {
    let folder = try Self.folder(["a/x.md": "# A\n\ntext   \n", "b/y.md": "# B\n\ntext   \n"])
    let found = try Tool.run(
      "lint", "--profile", "all", "--only", "MD009", "--format", "json", "a/x.md", "./b",
      in: folder.path)
    #expect(try Tool.findings(found).map(\.path) == ["a/x.md", "b/y.md"])
    let shown = try Tool.run(
      "lint", "--only", "MD009", "--diff", "a/x.md", "./b", in: folder.path)
    let names = shown.output.split(separator: "\n").filter { $0.hasPrefix("+++ ") }
    #expect(names == ["+++ b/a/x.md", "+++ b/b/y.md"])
  }
}

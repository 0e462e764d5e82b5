import CourseLint
import MarkdownLint
import SourceCore
import TestSupport
import Testing

/// A report for a terminal keeps the first findings of a rule in a file and counts the others; it says
/// the same as one that keeps all.
@Suite struct CountedFindingsTests {
  /// How often an example stands in its file: more often than findings of a rule are kept.
  private static let copies = 130

  /// What a terminal shows, and what it shows where another report asks for every finding.
  private func reports(_ flags: [String], in folder: String) throws -> (String, String) {
    let runner = try #require(ToolRunner())
    let counted = try runner.run(["lint", "--no-cache"] + flags, in: folder)
    let other = try TemporaryFolder()
    let kept = try runner.run(
      ["lint", "--no-cache", "--output", "jsonl=\(other.path)/all.jsonl"] + flags, in: folder)
    #expect(counted.status == kept.status)
    return (counted.output, kept.output)
  }

  private static let texts: [(rule: String, text: String)] = LintRules.all.flatMap { rule in
    type(of: rule).examples.compactMap { example -> (String, String)? in
      guard example.isBad, example.files.count == 1, example.options.isEmpty,
        let file = example.files.first, file.nature == .file, file.path.hasSuffix(".md")
      else { return nil }
      let text = String(decoding: MarkedText(file.text).bytes, as: UTF8.self)
      return (rule.info.id, text)
    }
  }

  @Test func oneReportForAllRules() throws {
    let repository = try FixtureRepository()
    var files = ["config.yaml": "title: Example\nlife_cycle: stable\n"]
    for (number, example) in Self.texts.enumerated() {
      files["episodes/\(1000 + number)-a.md"] = String(
        repeating: example.text + "\n\n", count: Self.copies)
    }
    try repository.commit(files)
    let (counted, kept) = try reports(["--profile", "all"], in: repository.path)
    #expect(counted == kept)
    #expect(counted.utf8.count > 1_000)
  }

  /// Rules that say where before they say what are asked each for itself, so that what is shown of
  /// them is not lost among others.
  @Test func oneReportForEachDenseRule() throws {
    var dense = 0
    for rule in MarkdownRules.all where rule.dense != nil {
      dense += 1
      let repository = try FixtureRepository()
      let texts = Self.texts.filter { $0.rule == rule.info.id }.map(\.text)
      let text = String(repeating: texts.joined(separator: "\n\n") + "\n\n", count: Self.copies)
      try repository.commit([
        "a.md": text,
        "switched.md": text + "<!-- markdownlint-disable -->\n\n" + text,
        "silent.md": text + "<!-- academy-disable \(rule.info.id) -->\n\n" + text,
      ])
      for flags in [["--only", rule.info.id], ["--loose", "--only", rule.info.id, "."]] {
        let (counted, kept) = try reports(flags, in: repository.path)
        #expect(counted == kept, "\(rule.info.id)")
        #expect(counted.contains(" more "), "\(rule.info.id): \(counted)")
      }
    }
    #expect(dense > 4)
  }

  /// What is counted only counts where the number decides, too.
  @Test func countedWarningsAreTooMany() throws {
    let repository = try FixtureRepository()
    try repository.commit(["a.md": "# A\n" + String(repeating: "\n", count: 500)])
    let runner = try #require(ToolRunner())
    let flags = ["lint", "--loose", "--no-cache", "--only", "MD012", "."]
    let few = try runner.run(flags + ["--max-warnings", "499"], in: repository.path)
    #expect(few.status == 1)
    #expect(few.errors.contains("There are 500 warnings"))
    let enough = try runner.run(flags + ["--max-warnings", "500"], in: repository.path)
    #expect(enough.status == 0)
  }
}

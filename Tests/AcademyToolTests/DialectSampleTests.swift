import SourceCore
import TestSupport
import Testing

/// Small courses of every dialect in which all of its syntax stands: nothing in it is falsely found.
struct DialectSampleTests {
  static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Tests/Samples"

  /// What is rightly found in each, beside what every bare course lacks.
  static let expected: [String: [String]] = [
    "workbench": [
      "links/file 25", "markdown/commands-show-output 40", "markdown/glossary-term 15",
      "markdown/pandoc-differs 35", "markdown/pandoc-differs 61", "markdown/pandoc-differs 61",
    ],
    "jekyll": ["markdown/line-length 17"],
    "quarto": ["links/file 42", "links/file 44", "markdown/single-title 5"],
    "rmarkdown": [],
    "myst": ["links/file 22", "markdown/line-length 32"],
    "hugo": ["markdown/line-length 16", "markdown/line-length 18"],
    "mdbook": ["markdown/no-inline-html 3"],
    "docusaurus": [],
    "github": [
      "markdown/line-length 15", "markdown/no-bare-urls 15", "markdown/no-inline-html 23",
      "markdown/no-inline-html 24",
    ],
  ]

  @Test(arguments: expected.keys.sorted()) func nothingOfADialectIsFalselyFound(_ name: String)
    throws
  {
    let copy = try TemporaryFolder()
    try Files.copyFolder(Self.folder + "/" + name, to: copy.path + "/course")
    let outcome = try Tool.run(
      "lint", "--profile", "all", "--format", "json", in: copy.path + "/course")
    let found = try Tool.findings(outcome)
      .filter { !["framework", "licence", "source"].contains($0.rule.prefix { $0 != "/" }) }
      .map { "\($0.rule) \($0.line)" }.sorted()
    #expect(found == Self.expected[name]?.sorted(), "\(found)")
  }

  @Test func aFolderMayBeWrittenInAnotherDialect() throws {
    let folder = try TemporaryFolder()
    try folder.write("01-prices.md", "# Prices\n\n{{< figure src=\"a.png\"\n\nMore.\n")
    let plain = try Tool.run("lint", "--only", "dialect", in: folder.path)
    #expect(plain.status == 0, "\(plain.output)")
    try folder.write(
      "pipeline.json",
      #"{"schema": "pipeline/1", "courses": ["."], "overrides": [{"paths": ["."], "dialect": "hugo"}]}"#
    )
    let hugo = try Tool.run("lint", "--only", "dialect", in: folder.path)
    #expect(hugo.output.contains("[dialect/shortcode]"), "\(hugo.output)\(hugo.errors)")
    try folder.write(
      "pipeline.json",
      #"{"schema": "pipeline/1", "courses": ["."], "overrides": [{"paths": ["."], "dialect": "hugu"}]}"#
    )
    let wrong = try Tool.run("lint", in: folder.path)
    #expect(wrong.status == 2 && wrong.errors.contains("did you mean `hugo`?"))
  }
}

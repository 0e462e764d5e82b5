import MarkdownLint
import SourceCore
import StructuredData
import TestSupport
import Testing

/// Configuration files of markdownlint and markdownlint-cli2 in a tree.
struct ConfigurationFileTests {
  private static func read(_ files: [String: String]) -> ConfigurationFiles {
    ConfigurationFiles(in: MemoryTree(files))
  }

  /// The keys and values that hold for a folder.
  private static func keys(_ files: [String: String], _ folder: String = "a/b") -> [String] {
    read(files).configuration(for: RepoPath(folder) ?? .root).members
      .map { "\($0.key)=\($0.value.written ?? "{}")" }
  }

  private static func problems(_ files: [String: String]) -> [String] {
    read(files).problems.map { "\($0.path):\($0.place?.line ?? 0): \($0.finding.message)" }
  }

  @Test func theNearestFileHolds() {
    let files = [
      ".markdownlint.json": #"{"MD012": false}"#, "a/.markdownlint.yaml": "MD047: false\n",
    ]
    #expect(Self.keys(files, "") == ["MD012=false"])
    #expect(Self.keys(files, "c") == ["MD012=false"])
    #expect(Self.keys(files) == ["MD047=false"])
  }

  @Test func theFirstNameInAFolderCounts() {
    let files = [
      ".markdownlint.yml": "MD012: 1\n", ".markdownlint.yaml": "MD012: 2\n",
      ".markdownlint.json": #"{"MD012": 3}"#, ".markdownlint.jsonc": #"{"MD012": 4, /* x */}"#,
    ]
    #expect(Self.keys(files) == ["MD012=4"])
  }

  @Test func filesOfTheCommandLineToolAreMerged() {
    let files = [
      ".markdownlint-cli2.jsonc":
        #"{"config": {"MD012": false, "MD047": false}, "ignores": ["*.txt"]}"#,
      "a/.markdownlint-cli2.yaml":
        "config:\n  MD012: true\nignores: [b/old*.md]\nnoInlineConfig: true\n",
    ]
    #expect(Self.keys(files) == ["MD012=true", "MD047=false"])
    let holds = Self.read(files).configuration(for: RepoPath("a/b") ?? .root)
    #expect(!holds.readsComments)
    #expect(holds.ignores(RepoPath("a/b/older.md") ?? .root))
    #expect(!holds.ignores(RepoPath("a/b/new.md") ?? .root))
    // `.markdownlint.*` wins, unless the tool's own file is nearer.
    let above = files.merging([".markdownlint.json": #"{"MD009": false}"#]) { $1 }
    #expect(Self.keys(above) == ["MD012=true", "MD047=false"])
    let near = files.merging(["a/.markdownlint.json": #"{"MD009": false}"#]) { $1 }
    #expect(Self.keys(near) == ["MD009=false"])
  }

  @Test func theFirstOverrideThatMatchesHolds() {
    let files = [
      ".markdownlint-cli2.jsonc": #"""
      {"config": {"MD012": false, "MD047": false}, "overrides": [
        {"filter": ["news/*.md", "!news/index.md"], "config": {"MD041": false}, "combine": "merge"},
        {"filter": ["**/*.md"], "config": {"MD009": false}, "combine": "replace"},
        {"filter": ["**/*.md"], "config": {"MD010": false}, "combine": "replace"},
        {"filter": ["*.md"], "config": {}}]}
      """#
    ]
    let read = Self.read(files)
    func keys(_ path: String) -> Set<String> {
      Set(read.configuration(ofFile: RepoPath(path) ?? .root).members.map(\.key))
    }
    #expect(keys("news/1.md") == ["MD012", "MD047", "MD041"])
    #expect(keys("news/index.md") == ["MD009"])
    #expect(keys("news/1.qmd") == ["MD012", "MD047"])
    #expect(
      Self.problems(files) == [
        ".markdownlint-cli2.jsonc:5: an override needs `filter`, `config` and `combine`"
      ])
  }

  @Test func keysThatAreNoRulesAreLeftOut() {
    let files = [
      ".markdownlint.json":
        #"{"extends": "b.json", "$schema": "x", "Default": false, "md012": 1, "MD012": 2, "k": 1}"#,
      "b.json": #"{"default": true, "MD012": 3, "headings": false, "l": 1}"#,
    ]
    #expect(
      Self.keys(files) == ["default=true", "MD012=2", "headings=false", "Default=false", "md012=1"])
    #expect(Self.problems(files).count == 2)
  }

  @Test func filesExtendOneAnother() {
    let files = [
      "a/.markdownlint.json": #"{"extends": "../base.yaml", "MD012": true}"#,
      "base.yaml": "MD012: false\nMD047: false\n",
    ]
    #expect(Self.keys(files) == ["MD012=true", "MD047=false"])
    #expect(Self.problems(files).isEmpty)
  }

  @Test func whatCannotBeUsedIsNamedWithItsLine() {
    #expect(
      Self.problems([".markdownlint.json": "{\n\"MD012\": \n}"]).first?.hasPrefix(
        ".markdownlint.json:3: ") == true)
    #expect(
      Self.problems([".markdownlint.yaml": "- MD012\n"]) == [
        ".markdownlint.yaml:1: the file holds a list, not a map of settings"
      ])
    #expect(
      Self.problems([".markdownlint.yaml": "\nMD012: {maximun: 2}\nno-multiple-blank: false\n"])
        == [
          ".markdownlint.yaml:2: `MD012` has no option `maximun`",
          ".markdownlint.yaml:3: there is no rule or tag `no-multiple-blank`",
        ])
    #expect(
      Self.problems([".markdownlint.cjs": "module.exports = {}"]) == [
        ".markdownlint.cjs:0: .markdownlint.cjs is a program, and is not read"
      ])
    #expect(
      Self.problems([".markdownlint-cli2.jsonc": "{\n\"customRules\": [\"x\"]}"]) == [
        ".markdownlint-cli2.jsonc:2: `customRules` is not read"
      ])
    #expect(
      Self.problems([".markdownlint.yaml": "extends: ../../x.json\n"]) == [
        ".markdownlint.yaml:1: `../../x.json` leads out of what is checked, and is not read"
      ])
    #expect(
      Self.problems([
        ".markdownlint.yaml": "extends: y.json\n", "y.json": #"{"extends": ".markdownlint.yaml"}"#,
      ]).count == 1)
    #expect(Self.problems([".markdownlint.yaml": ""]).isEmpty)
  }

  @Test(arguments: [
    ("*.md", "a.md", true), ("*.md", "b/a.md", false), ("**/*.md", "a.md", true),
    ("**/*.md", "b/c/a.md", true), ("b", "b/c/a.md", true), ("b/**", "b/a.md", true),
    ("b/*/a.md", "b/c/a.md", true), ("{x,b}/?.md", "b/a.md", true), ("[!b].md", "b.md", false),
    ("[a-c].md", "b.md", true), ("a*b*c", "aXbYc", true), ("a*b*c", "aXbY", false),
    ("./a.md", "a.md", true), ("", "a.md", false), ("**", "a/b", true), ("{a,b", "{a,b", true),
  ])
  func patterns(_ pattern: String, _ path: String, _ matches: Bool) {
    #expect(GlobPattern(pattern).matches(RepoPath(path) ?? .root) == matches)
  }

  /// Patterns are found by their names: what is found is what a look at each of them gives.
  @Test func manyPatternsMeanWhatEachOfThemMeans() {
    let seed = UInt64(20_261_125)
    var random = SeededGenerator(seed: seed)
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    func path() -> RepoPath {
      RepoPath(
        (0..<Int.random(in: 1...4, using: &random)).map { _ in pick(["a", "b", "c.md"]) }
          .joined(separator: "/")) ?? .root
    }
    func patterns(_ marks: [String]) -> [String] {
      (0..<Int.random(in: 0...4, using: &random)).map { _ in
        pick(marks)
          + (0..<Int.random(in: 1...4, using: &random)).map { _ in
            pick(["a", "b", "c.md", "**", "*", "?", "[ab]", "{a,c.md}", "{a/b,*}", "\\a", ".", ""])
          }.joined(separator: "/")
      }
    }
    for _ in 0..<300 {
      let ignores = patterns([""])
      let filters = (0..<4).map { _ in patterns(["", "", "!"]) }
      func list(_ texts: [String]) -> String {
        "[\(texts.map { "'\($0)'" }.joined(separator: ", "))]"
      }
      let read = Self.read([
        "a/.markdownlint-cli2.yaml": "ignores: \(list(ignores))\noverrides:\n"
          + filters.enumerated().map {
            "  - {filter: \(list($1)), config: {MD012: \($0)}, combine: replace}\n"
          }.joined()
      ])
      for _ in 0..<10 {
        let path = path()
        guard let below = path.relative(to: RepoPath("a") ?? .root) else { continue }
        let isLeftOut = ignores.contains { GlobPattern($0).matches(below) }
        let first = filters.firstIndex { filter in
          let matching = filter.map { GlobPattern($0) }.filter { $0.matches(below) }
          return !matching.isEmpty && !matching.contains(where: \.isNegated)
        }
        let found = read.configuration(for: path.parent).ignores(path)
        let held = read.configuration(ofFile: path).members.first?.value.intValue
        #expect(
          found == isLeftOut && held == first, "seed \(seed): \(path), \(ignores), \(filters)")
      }
    }
  }

  @Test func pagesForWhichTheSameHoldsHaveOneConfiguration() {
    let read = Self.read([
      ".markdownlint-cli2.yaml": "config: {MD012: false}\nignores: [a]\noverrides:\n"
        + "  - {filter: [b/*], config: {MD012: true}, combine: merge}\n",
      "c/.markdownlint-cli2.yaml": "ignores: [x]\n",
    ])
    func held(_ path: String) -> FolderConfiguration {
      read.configuration(ofFile: RepoPath(path) ?? .root)
    }
    #expect(held("a/1.md") == held("2.md") && held("2.md") == held("c/1.md"))
    #expect(held("b/1.md") != held("2.md"))
    #expect(Set([held("a/1.md"), held("c/1.md"), held("b/1.md"), held("b/2.md")]).count == 2)
  }
}

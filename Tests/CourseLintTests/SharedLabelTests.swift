import CourseLint
import CourseModel
import Framework
import SourceCore
import TestSupport
import Testing

/// Labels of links that one file of a course defines for its pages.
struct SharedLabelTests {
  private func undefined(_ files: [String: String]) throws -> [String] {
    let tree = MemoryTree(files)
    let found = CourseDiscovery.courses(in: tree.entries)
    let course = CourseReader(limit: 100_000).read(
      try #require(found.first), among: found, in: tree)
    let linter = LessonLinter(
      course: course, framework: .builtin, rules: LintRules.all,
      selection: RuleSelection(only: ["markdown/reference-links-images"]))
    return try course.pages.flatMap { page in
      let bytes = try tree.read(page.entry, limit: 100_000)
      return linter.lint(PageInput(page: page, bytes: .success(bytes), limit: 100_000))
        .diagnostics.map { "\(page.path) \($0.message.split(separator: "`")[1])" }
    }
  }

  private static let page = "See [one][shared] and [two][lost].\n"

  @Test func ofTheWorkbench() throws {
    let files = [
      "config.yaml": "title: Weights\n", "episodes/01-why.md": Self.page,
      "links.md": "[Shared]: https://example.org/\n",
    ]
    #expect(try undefined(files) == ["episodes/01-why.md lost"])
    let without = files.filter { $0.key != "links.md" }
    #expect(
      try undefined(without) == ["episodes/01-why.md shared", "episodes/01-why.md lost"])
  }

  @Test func ofJekyll() throws {
    let links = "{% include base_path.html %}\n[shared]: {{ root }}{% link setup.md %}\n"
    let files = [
      "_config.yml": "title: Weights\n",
      "_episodes/01-why.md": Self.page + "\n{% include links.md %}\n",
      "_includes/links.md": links,
    ]
    #expect(try undefined(files) == ["_episodes/01-why.md lost"])
  }

  @Test func ofQuarto() throws {
    let files = [
      "_quarto.yml": "project:\n  type: website\n",
      "why.qmd": "{{< include _links.qmd >}}\n\n" + Self.page,
      "_links.qmd": "[shared]: https://example.org/\n",
    ]
    #expect(try undefined(files) == ["why.qmd lost"])
  }

  private static let course = [
    "config.yaml": "title: Weights\n",
    "links.md":
      "\n[gone]: gone.csv\n[old]: http://old-prices.org/\n[e]: javascript:a()\n[t]: t.csv\n",
    "episodes/01-why.md": "[a][gone], [b][old], [c][old], [d][e], [Why], [t]\n\n## Why\n",
    "episodes/t.csv": "a,b\n",
  ]

  private func findings(_ files: [String: String], _ ids: Set<String>) throws -> [Diagnostic] {
    let tree = MemoryTree(files)
    let found = CourseDiscovery.courses(in: tree.entries)
    let course = CourseReader(limit: 100_000).read(
      try #require(found.first), among: found, in: tree)
    let selection = RuleSelection(only: ids)
    let linter = LessonLinter(
      course: course, framework: .builtin, rules: LintRules.all, selection: selection)
    let results = try course.pages.map { page in
      linter.lint(
        PageInput(
          page: page, bytes: .success(try tree.read(page.entry, limit: 100_000)), limit: 100_000))
    }
    let facts = CourseFacts(course: course, pages: results.compactMap(\.facts))
    return results.flatMap(\.diagnostics)
      + CourseLinter(framework: .builtin, rules: LintRules.all.filter { ids.contains($0.info.id) })
      .lint(facts)
  }

  @Test func linksAreCheckedWhereTheyAreUsedAndNameTheDefinition() throws {
    let found = try findings(
      Self.course,
      ["links/file", "links/http", "security/script", "links/anchor", "links/orphan-asset"])
    let told = found.map { finding in
      let note = finding.notes.first
      return "\(finding.rule) \(finding.flagged) "
        + "\(note?.path?.string ?? "") \(note?.line ?? 0)"
    }
    #expect(
      told.sorted() == [
        "links/file [a][gone] links.md 2", "links/http [b][old] links.md 3",
        "security/script [d][e] links.md 4",
      ])
    #expect(found.allSatisfy { $0.path == "episodes/01-why.md" && $0.fix == nil })
  }
}

import CourseModel
import SourceCore
import TestSupport
import Testing

@Suite struct LinkTests {
  @Test(arguments: [
    ("", LinkTarget.empty), ("#", .empty), ("#start", .fragment("start")),
    ("a.md", .local(path: "a.md", fragment: nil)),
    ("a%20b.md#c%C3%A9", .local(path: "a b.md", fragment: "cé")),
    ("../x/y.html?z=1#q", .local(path: "../x/y.html", fragment: "q")),
    ("https://example.org/a.md", .external(scheme: "https")), ("//host/a", .external(scheme: "")),
    ("mailto:a@example.org", .external(scheme: "mailto")),
    (" java\nscript:alert(1)", .external(scheme: "javascript")),
    ("{{ site.url }}/a", .template), ("{% link a.md %}", .template),
    ("C:\\data\\a.csv", .local(path: "C:\\data\\a.csv", fragment: nil)),
    ("100%", .local(path: "100%", fragment: nil)),
  ])
  func destinationsAreClassified(_ text: String, _ expected: LinkTarget) {
    #expect(LinkTarget(text) == expected)
  }

  @Test(arguments: [
    ("Analysing data", "analysing-data", "analysing-data"),
    ("1.2 The thing", "the-thing", "12-the-thing"),
    ("R & D", "r-d", "r--d"), ("What's a.b?", "whats-a.b", "whats-ab"),
    ("Étapes à suivre", "étapes-à-suivre", "étapes-à-suivre"), ("1 2 3", "section", "1-2-3"),
    ("a---b", "ab", "a---b"), ("snake_case name", "snake_case-name", "snake_case-name"),
  ])
  func anchorsAreThoseOfTheGenerators(_ text: String, _ pandoc: String, _ github: String) {
    #expect(AnchorStyle.pandoc.anchor(text) == pandoc)
    #expect(AnchorStyle.github.anchor(text) == github)
  }

  @Test func repeatedAnchorsAreNumbered() {
    var numbering = AnchorNumbering()
    #expect(["a", "a", "a-1", "a"].map { numbering.next($0) } == ["a", "a-1", "a-1-1", "a-2"])
  }

  @Test func theWorkbenchFlattensItsPages() {
    let resolver = resolver([
      "config.yaml": "title: x\n", "index.md": "", "episodes/01-a.md": "", "episodes/02-b.md": "",
      "episodes/fig/p.png": "", "learners/setup.md": "",
    ])
    let page = RepoPath("episodes/01-a.md")!
    #expect(resolver.resolve("02-b.md", from: page) == .page(RepoPath("episodes/02-b.md")!))
    #expect(resolver.resolve("02-b.html", from: page) == .page(RepoPath("episodes/02-b.md")!))
    #expect(resolver.resolve("setup.html", from: page) == .page(RepoPath("learners/setup.md")!))
    #expect(
      resolver.resolve("../learners/setup.md", from: page) == .page(RepoPath("learners/setup.md")!))
    #expect(resolver.resolve("fig/p.png", from: page) == .file(RepoPath("episodes/fig/p.png")!))
    #expect(resolver.resolve("fig", from: page) == .folder(RepoPath("episodes/fig")!))
    #expect(resolver.resolve("aio.html", from: page) == .generated)
    #expect(resolver.resolve("03-c.md", from: page) == .missing(RepoPath("episodes/03-c.md")!))
    #expect(resolver.resolve("../../etc/passwd", from: page) == .outside)
  }

  @Test func aPlainCourseIsReadGenerously() {
    let resolver = resolver(["a.qmd": "", "b/c.md": "", "img/p.png": ""])
    let page = RepoPath("b/c.md")!
    #expect(resolver.resolve("../a.html", from: page) == .page(RepoPath("a.qmd")!))
    #expect(resolver.resolve("../a", from: page) == .page(RepoPath("a.qmd")!))
    #expect(resolver.resolve("img/p.png", from: page) == .file(RepoPath("img/p.png")!))
  }

  private func resolver(_ files: [String: String]) -> LinkResolver {
    let tree = MemoryTree(files)
    let found = CourseDiscovery.courses(in: tree.entries)
    return LinkResolver(CourseReader(limit: 1000).read(found[0], among: found, in: tree))
  }

  /// Numbers that were given are not listed, and must be known all the same.
  @Test func anchorsAreNumberedAsIfEachWereListed() {
    let seed = TestSeed.of("numbered anchors")
    var random = SeededGenerator(seed: seed)
    for page in 0..<500 {
      var numbering = AnchorNumbering()
      var taken: Set<String> = [""]
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let parts = ["a", "b", "1", "2", "01", "0", ""]
        let wanted = (0..<Int.random(in: 1...3, using: &random))
          .map { _ in parts.randomElement(using: &random)! }.joined(separator: "-")
        var expected = wanted
        var number = 1
        while taken.contains(expected), !wanted.isEmpty {
          expected = "\(wanted)-\(number)"
          number += 1
        }
        taken.insert(expected)
        #expect(numbering.next(wanted) == expected, "seed \(seed), page \(page): \(wanted)")
      }
    }
  }

  /// Texts of ASCII are read in bytes, all others scalar by scalar.
  @Test func anchorsOfPlainTextAreThoseOfAnyText() {
    let seed = TestSeed.of("anchors")
    var random = SeededGenerator(seed: seed)
    let letters = Array("aZ09 -_.,\t\n\u{1}\u{7F}'/B")
    for _ in 0..<5_000 {
      let count = Int.random(in: 0...10, using: &random)
      let text = String((0..<count).map { _ in letters.randomElement(using: &random) ?? " " })
      for style in [AnchorStyle.pandoc, .github] {
        // No anchor keeps the last one.
        #expect(style.anchor(text) == style.anchor(text + "\u{2060}"), "\(text.debugDescription)")
      }
    }
  }
}

import CourseModel
import SourceCore
import Testing

@testable import CourseBundle

@Suite struct NameTests {
  @Test(arguments: [
    ("a/b.png", "a/b.png"), ("Données été.csv", "Données-été.csv"), ("../../x", "file/file/x"),
    ("CON.txt", "CON-file.txt"), ("a/.hidden", "a/hidden"), ("x.", "x"), ("-rf", "rf"),
    ("a\\b:c?.png", "a-b-c-.png"), ("日本.md", "日本.md"), ("\u{202E}gnp.exe", "gnp.exe"),
  ]) func unsafeNamesAreMadeSafe(_ name: String, _ expected: String) {
    var names = SafeName()
    #expect(names.unique(name) == expected)
    #expect(RelativePath.isSafe(expected))
  }

  @Test func namesDifferByMoreThanCase() {
    var names = SafeName()
    #expect(names.unique("fig/A.png") == "fig/A.png")
    #expect(names.unique("fig/a.png") == "fig/a-2.png")
    #expect(names.unique("Fig/a.PNG") == "Fig/a-3.PNG")
    #expect(names.unique("é") == "é")
    #expect(names.unique("e\u{301}") == "e\u{301}-2")
    #expect(SafeName.part(String(repeating: "x", count: 400) + ".png").utf8.count <= 120)
  }

  @Test(arguments: [
    "../../etc", "a/../b", "nso", "nso/a/b", "/nso/a", "NSO/a", "nso/", "nso/a b", "nso/con",
    "-x/y", "nso/a\u{0}", ".git/hooks",
  ]) func hostileIDsNameNothing(_ id: String) async {
    let quoted = "\"" + id.map { $0 == "\u{0}" ? "\\0" : String($0) }.joined() + "\""
    let site = await SampleSite([
      "course.yml": "schema: course/1\nid: \(quoted)\nversion: 1.0.0\n",
      "episodes/01-one.md": "Text.\n",
    ])
    #expect(site.diagnostics.map(\.rule) == ["bundle/course-id"])
    #expect(site.plan.name.office == "local")
    let name = site.plan.name
    #expect(RelativePath.isSafe("\(name.office)/\(name.slug)/\(name.slug)-\(name.edition)"))
  }

  @Test func lessonsWithHostileOrEqualIDsHavePagesOfTheirOwn() async {
    let site = await SampleSite([
      "config.yaml": "title: X\n", "episodes/01-a.md": "---\nid: ../../../index\n---\nA",
      "episodes/02-a.md": "B", "episodes/03-A.md": "C", "episodes/04-nul.md": "D",
      "episodes/05-e.md": "---\nid: 'é à'\n---\nE",
    ])
    #expect(
      site.paths.filter { $0.hasPrefix("lessons/") } == [
        "lessons/A-2.html", "lessons/a.html", "lessons/index.html", "lessons/nul-file.html",
        "lessons/é-à.html",
      ])
    #expect(site.text("lessons/é-à.html").contains("href=\"a.html\""))
    #expect(site.text("index.html").contains("href=\"lessons/%C3%A9-%C3%A0.html\""))
  }

  @Test func equalNamesAreNumberedAndNoNumberIsTakenTwice() {
    var names = SafeName()
    #expect(names.unique("a/x-3.png") == "a/x-3.png")
    #expect(
      (0..<4).map { _ in names.unique("a/x.png") }
        == ["a/x.png", "a/x-2.png", "a/x-4.png", "a/x-5.png"])
    #expect(names.unique("a/X.PNG") == "a/X-6.PNG")
    #expect(names.unique("b/x.png") == "b/x.png")
    #expect(names.unique("a/x.svg") == "a/x.svg")
  }

  @Test func equalQuizzesAreNumberedInTheOrderOfThePage() async {
    func quiz(_ id: String) -> String {
      "::: {.challenge #\(id)}\n- [ ] a\n- [ ] b\n\n::: solution\n- [x] a\n- [ ] b\n:::\n:::\n\n"
    }
    let site = await SampleSite([
      "config.yaml": "title: X\n",
      "episodes/01-a.md": ["q", "q-3", "q", "q", "q", "q-3"].map(quiz).joined(),
    ])
    let ids = site.text("lessons/a.html").split(separator: "data-question=\"").dropFirst()
      .map { $0.prefix { $0 != "\"" } }
    #expect(ids == ["q", "q-3", "q-2", "q-4", "q-5", "q-3-2"])
  }
}

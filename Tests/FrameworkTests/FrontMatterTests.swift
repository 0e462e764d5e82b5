import Framework
import SourceCore
import Testing

@Suite struct FrontMatterTests {
  @Test(
    "Front matter that is fine",
    arguments: [
      "title: Introduction\nteaching: 15\nexercises: 0\n",
      "title: Loops\nteaching: 7.5\nexercises: 10\nid: track_changes\nlevel: basic\nlicense: CC-BY-4.0\n",
      "site: sandpaper::sandpaper_site\npermalink: index.html\n",
      "title: Boucles\nlanguage: fr\nlifecycle: deprecated\nx-note: anything\n",
      "title: R\nsource: Rmd\nobjectives:\n  - Create a plot\n  - {text: Use ggplot, bloom: apply}\n",
    ])
  func fine(text: String) {
    #expect(ManifestText(frontMatter: text).problems.map(\.message) == [])
  }

  @Test(
    "Front matter that is wrong",
    arguments: [
      (
        "teaching: 15 min", "`teaching` must be a number of minutes; `15 min` is text",
        "teaching: 15"
      ),
      ("teaching: \"15\"", "`teaching` must be a number of minutes; `15` is text", "teaching: 15"),
      ("teaching: -5", "`teaching` must be 0 or more; it is -5", nil),
      (
        "exercise: 5", "`exercise` is not a field of the front matter; did you mean `exercises`?",
        "exercises: 5"
      ),
      (
        "titel: Loops", "`titel` is not a field of the front matter; did you mean `title`?",
        "title: Loops"
      ),
      (
        "level: expert", "`level` must be one of basic, intermediate, advanced; `expert` is not",
        nil
      ),
      (
        "title: 1984", "`title` must be text, and `1984` is read as the number 1984",
        "title: \"1984\""
      ),
      ("layout: page", "`layout` is not a field of the front matter", nil),
    ] as [(String, String, String?)])
  func wrong(text: String, message: String, fixed: String?) {
    let frontMatter = ManifestText(frontMatter: text + "\n")
    #expect(frontMatter.problems.map(\.message) == [message])
    #expect(frontMatter.fixed == (fixed ?? text) + "\n")
  }

  @Test("Of many fields of a generator the first are told, and all that is wrong behind them")
  func manyFields() {
    let fields = (0..<300).map { "field\($0): a\n" }.joined()
    let problems = ManifestText(frontMatter: fields + "teaching: -5\n").problems
    #expect(problems.count { $0.isUnknownField } == 100)
    #expect(problems.last?.message == "`teaching` must be 0 or more; it is -5")
  }

  @Test("A course lists what a lesson's author gives")
  func required() {
    #expect(Framework.builtin.requiredFrontMatter == ["title", "teaching", "exercises"])
  }
}

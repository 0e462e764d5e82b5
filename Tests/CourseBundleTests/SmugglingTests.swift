import CourseBundle
import SourceCore
import Testing

/// What a lesson tries to smuggle in comes out inert in every format.
@Suite struct SmugglingTests {
  private func files(_ attempt: String) -> [String: String] {
    let line = attempt.contains("\n") ? "x" : attempt
    return [
      "course.yml": "schema: course/1\nid: nso/one\nversion: 1.0.0\ntitle: \"One <script>\"\n",
      "episodes/01-one.md": attempt
        + "\n\n::: challenge\n## Which \(line)\n\nWhich? \(line)\n\n- [ ] \(line)\n- [ ] b\n- [ ] c\n\n"
        + "::: solution\n- [x] \(line)\n- [ ] b\n- [ ] c\n\nThis \(line)\n:::\n:::\n",
      "episodes/02-two.md": "---\ntitle: Two\n---\n\n## A place\n",
      "episodes/fig/a.png": "picture",
    ]
  }

  @Test(arguments: SanitizerTests.attempts)
  func nothingHarmfulReachesAnyFormat(_ attempt: String) async {
    for format in BundleFormat.allCases {
      let package = await SampleSite(files(attempt), format: format)
      for path in package.paths {
        let text = package.text(path)
        if path.hasSuffix(".html"), path != "launch.html" {
          let page = PageProbe(text)
          #expect(page.dangers.isEmpty, "\(format) \(path): \(page.dangers)")
          #expect(page.isBalanced, "\(format) \(path)")
        } else if path.hasSuffix(".xhtml") {
          #expect(XMLProbe(text) != nil, "\(format) \(path)")
          let page = PageProbe(text)
          #expect(page.dangers.isEmpty && page.isBalanced, "\(path): \(page.dangers)")
          #expect(!text.contains("<script"), "\(format) \(path)")
        } else if path.hasSuffix(".xml") {
          let quiz = XMLProbe(text)
          #expect(quiz != nil, "\(format) \(path)")
          for material in quiz?.all("mattext") ?? [] {
            let page = PageProbe(Self.html(material.text))
            #expect(page.dangers.isEmpty && page.isBalanced, "\(path): \(page.dangers)")
          }
        }
      }
    }
  }

  @Test(arguments: [BundleFormat.imscc11, .imscc13])
  func aQuestionWithoutTextShowsItsTitleAsText(_ format: BundleFormat) async throws {
    let package = await SampleSite(
      [
        "course.yml": "schema: course/1\nid: nso/one\nversion: 1.0.0\ntitle: One\n",
        "episodes/01-one.md": "---\ntitle: \"<script>steal()</script>\"\n---\n\n"
          + "::: challenge\n\n- [ ] a\n- [ ] b\n- [ ] c\n\n"
          + "::: solution\n- [x] a\n- [ ] b\n- [ ] c\n:::\n:::\n",
      ], format: format)
    let path = try #require(package.paths.first { $0.hasPrefix("quizzes/") })
    let quiz = try #require(XMLProbe(package.text(path)))
    let text = try #require(quiz.all("mattext").first?.text)
    #expect(Self.html(text).contains("&lt;script"), "\(text)")
    #expect(PageProbe(Self.html(text)).dangers.isEmpty)
  }

  /// HTML that stands in XML as text.
  private static func html(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}

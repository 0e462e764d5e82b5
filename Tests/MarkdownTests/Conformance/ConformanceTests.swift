import Markdown
import Testing

/// Holds the parser and the renderer against the specifications' own examples.
@Suite struct ConformanceTests {
  static let commonMark = SpecificationExample.load("commonmark")
  static let gfm = SpecificationExample.load("gfm")

  /// Examples of GFM's specification, which follows CommonMark 0.29, that CommonMark has since
  /// changed: a comment may hold two hyphens and end in three, since 0.31. CommonMark's own examples
  /// hold what is right now.
  static let changed: Set<Int> = [645, 646]

  @Test(.enabled(if: !commonMark.isEmpty, "the shared conformance data are not there"))
  func agreesWithCommonMark() {
    for example in Self.commonMark {
      let options = ParseOptions(dialect: .commonmark, frontMatter: false)
      let html = Document(Array(example.markdown.utf8), options: options).html()
      #expect(html == example.html, "\(example.testDescription)")
    }
  }

  @Test(.enabled(if: !gfm.isEmpty, "the shared conformance data are not there"))
  func agreesWithGFM() {
    for example in Self.gfm where !Self.changed.contains(example.example) {
      let isCore = example.extensions.isEmpty
      let options = ParseOptions(dialect: isCore ? .commonmark : .gfm, frontMatter: false)
      let document = Document(Array(example.markdown.utf8), options: options)
      let html = document.html(filtersTags: example.extensions.contains("tagfilter"))
      #expect(html == example.html, "\(example.testDescription)")
    }
  }
}

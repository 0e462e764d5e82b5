import Markdown
import MarkdownLint
import SourceCore
import Testing

/// What rules see inside blocks of HTML.
struct HTMLBlockTests {
  private static func found(_ alias: String, _ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let document = Document(bytes, options: ParseOptions(dialect: .gfm))
    let page = MarkdownPage(document, lines: LineIndex(bytes))
    var found: [String] = []
    for rule in MarkdownRules.all where rule.info.alias == alias {
      rule.check(page) { found.append($0.range.map(page.text) ?? "") }
    }
    return found
  }

  @Test(arguments: [
    ("<div>\n<b>x</b>\n</div>\n", ["<div>", "<b>"]),
    ("<div>\n`<b>` <i>\n</div>\n", ["<div>", "<i>"]),
    ("<div>\n```\n<b>\n```\n\n<p>\n", ["<div>", "<p>"]),
    ("> - <div>\n>   <b>\n", ["<div>", "<b>"]),
    ("<!-- <b> -->\n\n<hr>\n", ["<hr>"]),
    ("<div>\n\n    <b>\n", ["<div>"]),
    ("<p>\n\ntext\n\n<br>\n", ["<p>", "<br>"]),
  ])
  func tagsAreFoundWhereTheyAreNoCode(_ text: String, _ expected: [String]) {
    #expect(Self.found("MD033", text) == expected)
  }

  @Test func addressesInBlocksAreLeftAlone() {
    #expect(Self.found("MD034", "<div>\nhttps://example.org\n</div>\n").isEmpty)
  }
}

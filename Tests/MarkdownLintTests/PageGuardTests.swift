import Markdown
import MarkdownLint
import SourceCore
import Testing

/// Fixes that together would change what a page shows, and those that must not be taken for such.
struct PageGuardTests {
  private static func fixed(_ text: String) -> (text: String, leftOut: Set<String>) {
    let outcome = FixProbe(.markdownlint).fixed(Array(text.utf8)).outcome
    return (String(decoding: outcome.bytes, as: UTF8.self), outcome.leftOut)
  }

  private static func keeps(_ before: String, _ after: String, _ rules: Set<String>) -> Bool {
    PageGuard(ParseOptions(dialect: .github)).keeps(
      Array(before.utf8), Array(after.utf8), rules: rules)
  }

  @Test func theSamePageIsKept() {
    #expect(Self.keeps("a *b*\n", "a _b_\n", ["markdown/emphasis-style"]))
    #expect(Self.keeps("1. a\n1. b\n", "1. a\n2. b\n", ["markdown/ol-prefix"]))
    #expect(!Self.keeps("1. a\n", "2. a\n", ["markdown/ul-style"]))
    #expect(Self.keeps("1. a\n", "2. a\n", ["markdown/ol-prefix"]))
    #expect(!Self.keeps("a\n", "b\n", ["markdown/ol-prefix"]))
    #expect(Self.keeps("[a](/b/c.md)\n", "[a](../c.md)\n", ["links/absolute-path"]))
    #expect(!Self.keeps("[a](/b/c.md)\n", "[b](../c.md)\n", ["links/absolute-path"]))
  }

  /// A note that nobody refers to ends the text above it.
  @Test(arguments: [
    "# A\n\nText\n[^1]: Note.\n---\n", "# A\n\n- item\n[^1]: Note.\n\n  more\n",
    "# A\n\nText\n[^1]: Note.\nmore\n",
  ])
  func definitionsThatKeepTextApartStay(_ text: String) {
    let (after, leftOut) = Self.fixed(text)
    #expect(after.contains("[^1]: Note.") && leftOut.isEmpty, "\(after.debugDescription)")
  }

  @Test func definitionsBelowTextGo() {
    #expect(Self.fixed("# A\n\nText\n[^1]: Note.\n\nMore.\n").text == "# A\n\nText\n\nMore.\n")
    #expect(Self.fixed("# A\n\nText\n[^1]: Note.\n").text == "# A\n\nText\n")
  }

  @Test func addressesInFrontOfAnAngleBracketAreLinked() {
    let (after, leftOut) = Self.fixed("# A\n\nText < https://example.org> end\n")
    #expect(after == "# A\n\nText < <https://example.org>> end\n", "\(after.debugDescription)")
    #expect(leftOut.isEmpty)
  }

  @Test func reversedLinksMayHoldWhatHTMLWritesOtherwise() {
    let (after, leftOut) = Self.fixed("# A\n\nSee (this)[a&b_c<d] and (that)[x_y] here.\n")
    #expect(
      after == "# A\n\nSee [this](a&b_c<d) and [that](x_y) here.\n", "\(after.debugDescription)")
    #expect(leftOut.isEmpty)
  }

  /// A line that becomes a heading ends the table it stood in: that is what the rule is about.
  @Test func headingsEndTables() {
    let (after, leftOut) = Self.fixed("# A\n\n| a | b |\n| - | - |\n#Part\n| c | d |\n")
    #expect(after.contains("\n# Part\n") && leftOut.isEmpty, "\(after.debugDescription)")
  }

  /// Whatever stands in the HTML, comparing takes linear time.
  @Test(arguments: [
    "</h1>", "<a><b></i>", "</h2> ", "a*b*", "<h1>", "<!-- a", "[a](b) ", "&lt;",
  ])
  func comparingIsLinear(_ piece: String) {
    let before = "<div>\n" + String(repeating: piece, count: 4_000) + "\n"
    let all = Set(FixDifference.byRule.keys)
    #expect(Self.keeps(before + "\n\n# a.\n", before + "\n\n\n# a\n", all))
  }
}

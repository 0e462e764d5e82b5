import Markdown
import Testing

/// GFM's tables.
@Suite struct TableTests {
  @Test func cellsAlignmentsAndHeader() {
    let document = parse("text\n| a | *b* |\n|:--|--:|\n| c |\n d | e | f |\n\n")
    let table = document.all(.table)[0]
    #expect(document.alignments(table) == [.left, .right])
    #expect(document.all(.tableRow).map(document.isHeaderRow) == [true, false, false])
    #expect(
      document.all(.tableCell).map { excerpt(document, document.range($0)) } == [
        "a", "*b*", "c", "", "d", "e",
      ])
    #expect(document.all(.paragraph).map(document.plainText) == ["text"])
    #expect(excerpt(document, document.range(table)).hasPrefix("| a |"))
  }

  @Test func escapedPipes() {
    let document = parse("a|b\n-|-\nx \\| y | `1\\|2` [l](u\\|v)\n")
    #expect(document.all(.escape).map { excerpt(document, document.range($0)) } == ["\\|"])
    #expect(document.all(.codeSpan).map(document.literal) == ["1|2"])
    #expect(document.all(.link).map(document.destination) == ["u|v"])
    #expect(document.plainText(document.all(.tableRow)[1]) == "x | y 1|2 l")
    #expect(RangeInvariants(document).violations.isEmpty)
  }

  @Test(arguments: ["a|b\n-", "a\n-|-", "| a |\n| = |", "a|b\n- -|-"])
  func isNone(_ text: String) { #expect(parse(text).all(.table).isEmpty) }

  @Test func otherBlocksEndIt() {
    let document = parse("a|b\n-|-\n1|2\n> quote\n")
    #expect(document.all(.tableRow).count == 2)
    #expect(document.all(.blockQuote).count == 1)
  }

  @Test func isOnlyOfGFM() { #expect(parse("a|b\n-|-\n", .commonmark).all(.table).isEmpty) }
}

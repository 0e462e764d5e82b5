import Markdown
import SourceCore
import Testing

/// Fenced divs: how they open, what closes them, and what is reported.
@Suite struct DivTests {
  @Test func opensWithAWordOrAttributes() throws {
    let document = parse(
      "::::::: challenge :::::\n\nx\n\n:::\n\n::: {#i .a .b key='v w'}\ny\n:::::\n")
    let divs = document.all(.div)
    try #require(divs.count == 2)
    let heavy = try #require(document.fence(divs[0]))
    #expect(heavy.length == 7)
    #expect(excerpt(document, heavy.opening) == "::::::: challenge :::::")
    #expect(excerpt(document, heavy.info) == "challenge")
    #expect(heavy.closing.map { excerpt(document, $0) } == ":::")
    #expect(document.attributes(divs[0])?.classes == ["challenge"])
    let attributes = try #require(document.attributes(divs[1]))
    #expect(attributes.id == "i")
    #expect(attributes.classes == ["a", "b"])
    #expect(attributes["key"] == "v w")
    #expect(document.problems.isEmpty)
  }

  @Test func nestsAndClosesTheInnermost() {
    #expect(
      outline(":::: outer\n::: inner\na\n::::::\nb\n:::\n") == """
        div ‹:::: outer␊::: inner␊a␊::::::␊b␊:::›
          div ‹::: inner␊a␊::::::›
            paragraph ‹a›
              text ‹a›
          paragraph ‹b›
            text ‹b›
        """)
  }

  @Test(arguments: ["- item\n:::", "- item\n  :::", "1. one\n\n   two\n :::", "> quote\n:::"])
  func closesThroughOpenBlocks(_ body: String) {
    let document = parse("::: note\n\(body)\nafter\n")
    #expect(document.problems.isEmpty, "\(document.problemList)")
    #expect(document.all(.paragraph).last.map(document.plainText) == "after")
    #expect(document.all(.paragraph).last.flatMap(document.parent) == Document.root)
  }

  @Test func closesADivInAListItemFromOutside() {
    let document = parse("- ::: hint\n  text\n:::\n\nafter\n")
    #expect(document.problems.isEmpty)
    #expect(document.all(.div).map { document.fence($0)?.closing == nil } == [false])
  }

  @Test func staysOpenAcrossAQuotesOwnFence() {
    let document = parse("::: a\n> :::\n\nb\n:::\n")
    #expect(document.problemList == ["strayDivFence ‹:::›"])
    #expect(document.problems.first?.range.lower == 8)
    #expect(document.all(.div).map { document.fence($0)?.closing?.lower } == [15])
  }

  @Test func isTextInsideCodeAndHTML() {
    let document = parse("::: a\n```\n:::\n```\n<pre>\n:::\n</pre>\n:::\n")
    #expect(document.problems.isEmpty)
    #expect(document.all(.div).map { document.range($0).count } == [document.source.count - 1])
  }

  @Test func reportsWhatIsUnclosedAndStray() {
    let document = parse("text\n:::\n\n::: one\n> ::: two\n\n::: {.three}\n")
    #expect(
      document.problemList == [
        "strayDivFence ‹:::›", "unclosedDiv ‹::: one›", "unclosedDiv ‹::: two›",
        "unclosedDiv ‹::: {.three}›",
      ])
    #expect(document.all(.paragraph).first.map(document.plainText) == "text :::")
  }

  @Test(arguments: ["::: a b", "::: {.a} b", ":: a", "    ::: a", ":::\ta b :::"])
  func isNoFence(_ line: String) {
    #expect(parse("\(line)\n").all(.div).isEmpty)
  }

  @Test func interruptsAParagraph() {
    #expect(
      outline("text\n::: note\nmore\n:::\nrest") == """
        paragraph ‹text›
          text ‹text›
        div ‹::: note␊more␊:::›
          paragraph ‹more›
            text ‹more›
        paragraph ‹rest›
          text ‹rest›
        """)
  }

  @Test func isOnlyOfTheWorkbench() {
    #expect(parse("::: a\nb\n:::\n", .gfm).all(.div).isEmpty)
  }
}

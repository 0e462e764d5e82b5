import Markdown
import Testing

/// Pandoc attributes: where they may stand and what they say.
@Suite struct AttributeTests {
  @Test func followImagesLinksCodeAndSpans() throws {
    let text =
      "![a](b.png){alt='two words' width=\"60%\"} [c](d){.e} `f`{.g #h} [i]{.j} [k][l]{.m}\n\n[l]: n"
    let document = parse(text)
    let image = try #require(document.all(.image).first)
    #expect(document.attributes(image)?["alt"] == "two words")
    #expect(document.attributes(image)?["width"] == "60%")
    #expect(document.attributes(document.all(.link)[0])?.classes == ["e"])
    #expect(document.attributes(document.all(.codeSpan)[0])?.id == "h")
    #expect(document.literal(document.all(.codeSpan)[0]) == "f")
    #expect(document.attributes(document.all(.span)[0])?.classes == ["j"])
    #expect(document.attributes(document.all(.link)[1])?.classes == ["m"])
    #expect(document.plainText(document.all(.paragraph)[0]) == "a c f i k")
  }

  @Test func knowWhereTheyStand() throws {
    let document = parse("> [a](b){.one\n> .two key='x\n> y'}")
    let link = try #require(document.all(.link).first)
    let attributes = try #require(document.attributes(link))
    #expect(attributes.classRanges.map { excerpt(document, $0) } == [".one", ".two"])
    #expect(attributes.pairs.map(\.key) == ["key"])
    #expect(attributes.pairs.map(\.value) == ["x\ny"])
    #expect(excerpt(document, attributes.pairs[0].valueRange) == "x␊> y")
    #expect(excerpt(document, document.range(link)) == "[a](b){.one␊> .two key='x␊> y'}")
  }

  @Test func endHeadings() {
    for (text, title, id) in [
      ("## Title {#one}", "Title", "one"), ("## Title ## {#two}", "Title", "two"),
      ("Title {#three}\n---", "Title", "three"), ("Two\nlines {#five}\n===", "Two lines", "five"),
      ("# A *b* c {#four .x}  ", "A b c", "four"),
    ] {
      let document = parse(text)
      let heading = NodeID(1)
      #expect(document.plainText(heading) == title)
      #expect(document.attributes(heading)?.id == id)
    }
  }

  @Test func endInfoStrings() {
    let document = parse("```{.r .x}\n```\n\n``` python {.y}\n```\n\n```{r, echo=FALSE}\n```\n")
    let code = document.all(.codeBlock)
    #expect(code.map(document.info) == ["", "python", "{r, echo=FALSE}"])
    #expect(code.map { document.attributes($0)?.classes } == [["r", "x"], ["y"], nil])
  }

  @Test(arguments: [
    "[a](b){", "[a](b){.}", "[a](b){=}", "[a](b){x}", "[a](b){k=}", "[a](b) {.x}", "[a](b){: .x}",
  ])
  func areNone(_ text: String) {
    let document = parse(text)
    #expect(document.attributes(document.all(.link)[0]) == nil)
    #expect(RangeInvariants(document).violations.isEmpty)
  }

  @Test func areTextInOtherDialects() {
    #expect(parse("[a](b){.c}", .gfm).html() == "<p><a href=\"b\">a</a>{.c}</p>\n")
  }

  @Test func shortFormIsUnnumbered() {
    #expect(parse("# A {-}").attributes(NodeID(1))?.classes == ["unnumbered"])
  }
}

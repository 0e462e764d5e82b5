import Markdown
import Testing

/// Inlines: their ranges and what they decode to.
@Suite struct InlineTests {
  @Test func everyInlineKnowsItsPlace() {
    #expect(
      outline("A ***b** c* `d` \\* &amp; <i> ~~e~~\\\nf  \ng\nh") == """
        paragraph ‹A ***b** c* `d` \\* &amp; <i> ~~e~~\\␊f  ␊g␊h›
          text ‹A ›
          emphasis ‹***b** c*›
            strong ‹**b**›
              text ‹b›
            text ‹ c›
          text ‹ ›
          codeSpan ‹`d`›
          text ‹ ›
          escape ‹\\*›
          text ‹ ›
          entity ‹&amp;›
          text ‹ ›
          htmlInline ‹<i>›
          text ‹ ›
          strikethrough ‹~~e~~›
            text ‹e›
          hardBreak ‹\\␊›
          text ‹f›
          hardBreak ‹  ␊›
          text ‹g›
          softBreak ‹␊›
          text ‹h›
        """)
  }

  @Test func unusedMarkersAreOneTextWithTheirNeighbours() {
    #expect(
      outline("a *b [c] _d! e") == """
        paragraph ‹a *b [c] _d! e›
          text ‹a *b [c] _d! e›
        """)
  }

  @Test func linksAndImages() throws {
    let document = parse("[a *b*](</x y> \"t &amp; u\") ![c [d](e)](f.png) [g]( )")
    let links = document.all(.link)
    #expect(links.map(document.destination) == ["/x y", "e", ""])
    #expect(links.map(document.title) == ["t & u", nil, nil])
    #expect(
      links.map { document.destinationRange($0).map { excerpt(document, $0) } } == [
        "/x y", "e", "",
      ])
    let image = try #require(document.all(.image).first)
    #expect(document.plainText(image) == "c d")
    #expect(document.destination(image) == "f.png")
    #expect(document.label(image) == nil)
  }

  @Test func destinationsDecodeEscapesAndEntities() {
    let document = parse("[a](b\\_c&auml;%20) <http://d.e/?f&amp;g>")
    #expect(document.all(.link).map(document.destination) == ["b_cä%20"])
    #expect(document.all(.autolink).map(document.destination) == ["http://d.e/?f&g"])
  }

  @Test func labelsFoldCaseAndBlanks() {
    let document = parse("[ẞ \n x] [Σίσυφος] [ı]\n\n[SS X]: /a\n[ΣΊΣΥΦΟΣ]: /b\n[i]: /c")
    #expect(document.all(.link).map(document.destination) == ["/a", "/b"])
    #expect(document.all(.link).map(document.label) == ["ss x", "σίσυφοσ"])
  }

  @Test func autolinks() {
    let text = "www.a.org/b_(c)). <d@e.org> http://f.org/g;h? i@j.org_k mailto:l@m.org, <xy:z>"
    let document = parse(text)
    #expect(
      document.all(.autolink).map { excerpt(document, document.range($0)) } == [
        "www.a.org/b_(c)", "<d@e.org>", "http://f.org/g;h", "i@j.org_k", "mailto:l@m.org", "<xy:z>",
      ])
    #expect(
      document.all(.autolink).map(document.destination) == [
        "http://www.a.org/b_(c)", "mailto:d@e.org", "http://f.org/g;h", "mailto:i@j.org_k",
        "mailto:l@m.org", "xy:z",
      ])
    #expect(document.all(.autolink).map(document.literal)[1] == "d@e.org")
    #expect(parse("www.a.org http://b.org c@d.org", .commonmark).all(.autolink).isEmpty)
    #expect(parse("[www.a.org](b) ![http://c.d](e)").all(.autolink).isEmpty)
  }

  @Test func codeSpansOverLinesOfAQuote() {
    let document = parse("> a ``b ` c\n> d`` <e\n> f>")
    #expect(
      document.all(.codeSpan).map { excerpt(document, document.range($0)) } == ["``b ` c␊> d``"])
    #expect(document.all(.codeSpan).map(document.literal) == ["b ` c d"])
    #expect(document.all(.htmlInline).map(document.literal) == ["<e\nf>"])
  }

  @Test(arguments: [
    ("&amp;", "&"), ("&AMP;", "&"), ("&CounterClockwiseContourIntegral;", "∳"), ("&nGt;", "≫⃒"),
    ("&#35;", "#"), ("&#X1F600;", "😀"), ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"),
    ("&zwnj;", "\u{200C}"), ("&zwj;", "\u{200D}"), ("&Aacute;", "Á"), ("&frac12;", "½"),
  ])
  func entities(_ text: String, _ decoded: String) {
    let document = parse(text)
    #expect(document.all(.entity).map(document.literal) == [decoded])
  }

  @Test(arguments: [
    "&amp", "&nosuch;", "&#;", "&#x;", "&#12345678;", "&#x1234567;", "&;", "& amp;",
  ])
  func noEntities(_ text: String) {
    #expect(parse(text).all(.entity).isEmpty)
  }

  @Test func spansHoldLinks() {
    #expect(
      outline("[see [a](b)]{.c}") == """
        paragraph ‹[see [a](b)]{.c}›
          span ‹[see [a](b)]{.c}›
            text ‹see ›
            link ‹[a](b)›
              text ‹a›
        """)
  }
}

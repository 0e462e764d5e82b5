import Markdown
import Testing

/// Footnotes as cmark-gfm has them.
@Suite struct FootnoteTests {
  @Test func referencesNameDefinitions() {
    let document = parse("a[^n] b[^none] c[^N]\n\n[^n]: one\n    two\n\n    three\n\nafter\n")
    let references = document.all(.footnoteReference)
    #expect(references.map { excerpt(document, document.range($0)) } == ["[^n]", "[^N]"])
    let definition = document.all(.footnoteDefinition)
    #expect(references.map(document.definition) == [definition[0], definition[0]])
    #expect(document.label(definition[0]) == "n")
    #expect(excerpt(document, document.range(definition[0])) == "[^n]: one␊    two␊␊    three")
  }

  @Test func areRenderedAtTheEndInOrderOfReference() {
    let html = parse("[^b]: B\n\n[^a]: A\n    - x\n\n[^c]: unused\n\nx[^a] y[^b] z[^a]\n", .gfm)
      .html()
    #expect(
      html == """
        <p>x<sup class="footnote-ref"><a href="#fn-a" id="fnref-a" data-footnote-ref>1</a></sup> \
        y<sup class="footnote-ref"><a href="#fn-b" id="fnref-b" data-footnote-ref>2</a></sup> \
        z<sup class="footnote-ref"><a href="#fn-a" id="fnref-a-2" data-footnote-ref>1</a></sup></p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-a">
        <p>A</p>
        <ul>
        <li>x</li>
        </ul>
        <a href="#fnref-a" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a> \
        <a href="#fnref-a-2" class="footnote-backref" data-footnote-backref aria-label="Back to content">\
        ↩<sup class="footnote-ref">2</sup></a>
        </li>
        <li id="fn-b">
        <p>B <a href="#fnref-b" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }
}

import Markdown
import Testing

/// Attribute lists in lines of their own, of kramdown, Hugo and MyST.
@Suite struct AttributeLineTests {
  @Test func kramdownGivesThemToTheBlockAbove() {
    let document = parse(
      "> ## Solution\n> text\n{: .solution #s}\n\n# A\n{:.b}\n{: #c}\n\n*d*{: .e} `f`{:.g}\n\n{: .h}\ni\n",
      .jekyll)
    let quote = document.all(.blockQuote).first.flatMap(document.attributes)
    #expect(quote?.classes == ["solution"])
    #expect(quote?.id == "s")
    let heading = document.all(.heading).last.flatMap(document.attributes)
    #expect(heading?.classes == ["b"])
    #expect(heading?.id == "c")
    #expect(document.all(.codeSpan).map { document.attributes($0)?.classes } == [["g"]])
    #expect(document.all(.paragraph).last.flatMap(document.attributes)?.classes == ["h"])
    #expect(document.all(.template).count == 1)
  }

  @Test func kramdownNamesOtherLists() {
    let document = parse("* a\n{:toc}\n\n## b\n{:.no_toc refs k='v'}\n", .jekyll)
    #expect(document.all(.attributeLine).count == 2)
    #expect(document.all(.heading).first.flatMap(document.attributes)?["k"] == "v")
  }

  @Test func kramdownComments() {
    let document = parse("{::comment}\n# a\n\n{: b\n{:/comment}\n\nc\n", .jekyll)
    #expect(document.all(.comment).count == 1)
    #expect(document.all(.heading).isEmpty)
  }

  @Test func hugoHasThemBelowBlocks() {
    let document = parse("# A {#b .c}\nText\n{.lead}\n\n{.not}\n", .hugo)
    #expect(document.all(.heading).first.flatMap(document.attributes)?.id == "b")
    #expect(document.all(.paragraph).first.flatMap(document.attributes)?.classes == ["lead"])
    #expect(document.all(.paragraph).last.map { document.plainText($0) } == "{.not}")
  }

  @Test func definitionsFollowEachOther() {
    #expect(
      outline("one\ntwo\n: a\nthree\n: b\n", .jekyll) == """
        definitionList ‹one␊two␊: a␊three␊: b›
          definitionTerm ‹one›
            text ‹one›
          definitionTerm ‹two›
            text ‹two›
          definition ‹: a›
            paragraph ‹a›
              text ‹a›
          definitionTerm ‹three›
            text ‹three›
          definition ‹: b›
            paragraph ‹b›
              text ‹b›
        """)
  }

  @Test func admonitionsOfDocusaurus() throws {
    let document = parse(
      "import A from 'b';\n\n::::note Title\n*c*\n\n:::tip[Two]\nd\n:::\n::::\n\n<Tabs a={[1]}>\n</Tabs>\n\ne {f *g*} <H i={j k}/>\n",
      .docusaurus)
    let found = document.all(.directive).compactMap(document.directive)
    #expect(found.map(\.name) == ["note", "tip"])
    #expect(found.map(\.arguments) == ["Title", "[Two]"])
    #expect(document.all(.emphasis).count == 1)
    #expect(document.all(.htmlBlock).count == 2)
    #expect(document.all(.htmlInline).count == 1)
    #expect(document.problems.isEmpty)
  }
}

import Markdown
import SourceCore
import Testing

/// What MyST adds: directives, roles, targets, comments, definition lists.
@Suite struct MystTests {
  @Test func directiveHoldsMarkdown() throws {
    let document = parse(
      "````{note} A title\n:class: tip\n:name: n\n- *a*\n\n```{tip}\nb\n```\n````\nafter\n", .myst)
    let found = document.all(.directive)
    try #require(found.count == 2)
    let note = try #require(document.directive(found[0]))
    #expect(note.name == "note")
    #expect(note.arguments == "A title")
    #expect(note.options.map(\.key) == ["class", "name"])
    #expect(note["name"] == "n")
    #expect(document.parent(found[1]) == found[0])
    #expect(document.all(.emphasis).count == 1)
    #expect(document.all(.paragraph).last.map { document.plainText($0) } == "after")
    #expect(document.problems.isEmpty)
  }

  @Test func optionsMayBeYAML() throws {
    let document = parse(
      ":::{figure} a.png\n---\nalt: A line\nwidth: 50%\n---\nCaption\n:::\n", .myst)
    let figure = try #require(document.all(.directive).first.flatMap(document.directive))
    #expect(figure["alt"] == "A line")
    #expect(figure["width"] == "50%")
    #expect(document.all(.paragraph).map { document.plainText($0) } == ["Caption"])
  }

  @Test func aValueGoesOnInFurtherLines() throws {
    let document = parse(
      ":::{figure} a.png\n---\n  lost\nalt:\n  A line\n  and  one more \nwidth: 50%\n  wide\n---\nb\n:::\n",
      .myst)
    let figure = try #require(document.all(.directive).first.flatMap(document.directive))
    #expect(figure.options.map(\.key) == ["alt", "width"])
    #expect(figure.options.map(\.value) == ["A line and  one more", "50% wide"])
    #expect(
      figure.options.map { String(decoding: document.source[$0.valueRange.indices], as: UTF8.self) }
        == ["A line\n  and  one more", "50%\n  wide"])
  }

  @Test(arguments: ["code-cell", "math", "raw", "toctree", "mermaid"])
  func codeLikeDirectiveIsLiteral(_ name: String) throws {
    let document = parse("```{\(name)} x\n:tags: [a]\n*b* # c\n```\n", .myst)
    let node = try #require(document.all(.directive).first)
    #expect(document.directive(node)?.isLiteral == true)
    #expect(document.directive(node)?["tags"] == "[a]")
    #expect(document.literal(node) == "*b* # c\n")
    #expect(document.all(.emphasis).isEmpty)
  }

  @Test func theOuterFenceWins() {
    // A fence that would end the outer directive does, whatever is open inside.
    let document = parse("```{note}\n```python\nx\n```\nafter\n", .myst)
    #expect(document.all(.paragraph).last.map { document.plainText($0) } == "after")
    #expect(document.all(.codeBlock).count == 1)
  }

  @Test func reportsWhatNothingCloses() {
    #expect(
      parse("```{note} a\nb\n", .myst).problemList == ["unclosedDirective ‹```{note} a›"])
    #expect(parse("```{code}\nb\n", .myst).problemList == ["unclosedDirective ‹```{code}›"])
    #expect(
      parse("```{note\nb\n```\n", .myst).problemList == ["malformedOpener ‹```{note›"])
    #expect(
      parse("::: {note} b } c\n", .myst).problemList.first == "unclosedDirective ‹::: {note} b } c›"
    )
  }

  @Test func paragraphsDoNotGoOnOutOfADirective() {
    let document = parse("> ```{note}\n> text\nlazy\n", .myst)
    #expect(document.all(.paragraph).map { document.plainText($0) } == ["text", "lazy"])
  }

  @Test func rolesHaveNamesAndContent() throws {
    let document = parse("See {ref}`a <b>` and {math}`x_1*y*` {not} `code`.\n", .myst)
    let roles = document.all(.role).compactMap(document.role)
    #expect(roles.map(\.name) == ["ref", "math"])
    #expect(roles.map(\.content) == ["a <b>", "x_1*y*"])
    #expect(document.all(.codeSpan).count == 1)
  }

  @Test func linesOfItsOwn() {
    #expect(
      outline("(a-b)=\n# T\n% c\n% d\ntext\n+++ {\"x\": 1}\n", .myst) == """
        target ‹(a-b)=›
        heading ‹# T›
          text ‹T›
        comment ‹% c␊% d›
        paragraph ‹text›
          text ‹text›
        blockBreak ‹+++ {"x": 1}›
        """)
    #expect(
      parse("(a-b)=\n", .myst).all(.target).map { parse("(a-b)=\n", .myst).label($0) } == ["a-b"])
  }

  @Test func definitionLists() {
    #expect(
      outline("One\n: a\n\n  b\n: c\n\nTwo\n\n: d\n\nthree\n", .myst) == """
        definitionList ‹One␊: a␊␊  b␊: c␊␊Two␊␊: d›
          definitionTerm ‹One›
            text ‹One›
          definition ‹: a␊␊  b›
            paragraph ‹a›
              text ‹a›
            paragraph ‹b›
              text ‹b›
          definition ‹: c›
            paragraph ‹c›
              text ‹c›
          definitionTerm ‹Two›
            text ‹Two›
          definition ‹: d›
            paragraph ‹d›
              text ‹d›
        paragraph ‹three›
          text ‹three›
        """)
  }

  @Test func attributesStandBeforeABlock() {
    let document = parse("{.a #b}\nText [c]{.d}\n", .myst)
    #expect(document.all(.paragraph).map { document.attributes($0)?.id } == ["b"])
    #expect(document.all(.span).count == 1)
  }

  @Test func isOnlyOfMyst() {
    let document = parse("```{note}\na\n```\n\n(a)=\n\n{ref}`x`\n", .github)
    #expect(document.all(.directive).isEmpty)
    #expect(document.all(.target).isEmpty)
    #expect(document.all(.role).isEmpty)
  }

  @Test func renders() {
    #expect(
      parse("```{note} T\n*a* {ref}`b` $c<d$\n```\n", .myst).html() == """
        <div class="directive note">
        <p class="arguments">T</p>
        <p><em>a</em> <span class="role ref">b</span> <span class="math inline">c&lt;d</span></p>
        </div>

        """)
    #expect(
      parse("a\n: b\n", .myst).html() == "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n")
  }
}

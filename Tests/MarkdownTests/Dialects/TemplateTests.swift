import Markdown
import SourceCore
import Testing

/// Liquid, shortcodes and includes: nothing in them is Markdown.
@Suite struct TemplateTests {
  @Test func liquidInLinesAndBlocks() throws {
    let document = parse(
      "{% include a_b_c.html x=\"*y*\" %}\ntext {{ site.a_b_c }} *d*\n\n{% raw %}\n# e {{ f }}\n{% endraw %}\n",
      .jekyll)
    #expect(document.all(.templateBlock).count == 2)
    #expect(document.all(.emphasis).count == 1)
    #expect(document.all(.heading).isEmpty)
    let inline = try #require(document.all(.template).first)
    #expect(document.templates(inline).map(\.name) == ["site.a_b_c"])
    #expect(document.templates(inline).map(\.delimiters) == [.output])
    #expect(document.templates(document.all(.templateBlock)[1]).map(\.isClosing) == [false, true])
  }

  @Test func destinationsMayHoldTemplates() {
    let jekyll = parse(
      "[a]({{ page.root }}/x){:target=\"_blank\"} [b]\n\n[b]: {% link c d.md %} 'e'", .jekyll)
    #expect(
      jekyll.all(.link).map { jekyll.destination($0) } == [
        "{{ page.root }}/x", "{% link c d.md %}",
      ])
    let hugo = parse("[a]({{< ref \"p.md\" >}} \"t\") ![b]({{% c %}})", .hugo)
    #expect(hugo.all(.link).map { hugo.destination($0) } == ["{{< ref \"p.md\" >}}"])
    #expect(hugo.all(.link).map { hugo.title($0) } == ["t"])
    #expect(hugo.all(.image).count == 1)
  }

  @Test func shortcodesKnowTheirNames() {
    let document = parse(
      "{{< figure src=\"a\"\n  caption=\"b\" >}}\n\na {{% b c %}} {{< d/>}} {{</* e */>}}\n", .hugo)
    let block = document.all(.templateBlock).flatMap(document.templates)
    #expect(block.map(\.name) == ["figure"])
    let inline = document.all(.template).flatMap(document.templates)
    #expect(inline.map(\.name) == ["b", "d", ""])
    #expect(inline.map(\.isSelfClosing) == [false, true, false])
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["{{<", "{{< a \"x", "{{% /a %}} {{< b", "{{< a \"x\n"],
    [Dialect.hugo, .quarto])
  func shortcodesThatNothingClosesTakeLinearTime(_ piece: String, _ dialect: Dialect) {
    let text = "<div>\n" + String(repeating: piece, count: 50_000)
    #expect(parse(text, dialect).all(.htmlBlock).count == 1)
  }

  @Test func whatIsQuotedEndsNoShortcode() {
    let document = parse(
      "{{< a \"x >}} \\\" y\" `>}}` >}}*b*{{< /a >}}\n\n{{< c \"d >}} *e* {{< f >}}\n", .hugo)
    let found = (document.all(.templateBlock) + document.all(.template))
      .flatMap(document.templates)
    #expect(Set(found.map(\.name)) == ["a", "c", "f"])
    #expect(document.all(.emphasis).count == 2)
    #expect(document.problems.isEmpty)
  }

  @Test func verbatimContentIsNotRead() {
    let document = parse(
      "{{< highlight go >}}\n# a\n{{< b\n\n*c*\n{{< /highlight >}}\n\n*d*\n", .hugo)
    #expect(document.all(.templateBlock).count == 1)
    #expect(document.all(.emphasis).count == 1)
    #expect(document.problems.isEmpty)
  }

  @Test func reportsShortcodesThatNothingEnds() {
    #expect(parse("a {{< b c\n", .hugo).problemList == ["unclosedShortcode ‹{{<›"])
    #expect(
      parse("{{< a >}}\nx\n{{< /a >}}\n\n{{< a >}}\n", .hugo).problemList == [
        "unpairedShortcode ‹{{< a >}}›"
      ])
    #expect(
      parse("x {{< /b >}}\n\n{{< c >}}\n", .hugo).problemList == [
        "strayClosingShortcode ‹{{< /b >}}›"
      ])
    #expect(parse("{{< a >}} {{< b >}} {{< /a >}}", .hugo).problems.isEmpty)
    #expect(parse("a {{< b c\n", .github).problems.isEmpty)
  }

  @Test func includesOfMDBook() {
    let document = parse("{{#include a_b_.rs:2}}\n\nText {{ x }} *y*\n", .mdbook)
    #expect(document.all(.templateBlock).flatMap(document.templates).map(\.name) == ["#include"])
    #expect(document.all(.template).isEmpty)
  }

  @Test func citationsOfPandoc() {
    for dialect in [Dialect.quarto, .rmarkdown] {
      let document = parse(
        "See @fig-a, [see @doe_99_x, p. 3; @b] and me@example.org `@c`.", dialect)
      let keys = document.all(.citation).flatMap(document.citationKeys)
      #expect(keys.map(\.text) == ["fig-a", "doe_99_x", "b"])
      #expect(keys.map(\.isCrossReference) == [true, false, false])
      #expect(document.all(.autolink).count == 1)
    }
    #expect(parse("@a", .workbench).all(.citation).isEmpty)
  }
}

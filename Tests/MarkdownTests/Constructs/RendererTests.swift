import Markdown
import Testing

/// What a policy can change in the HTML.
@Suite struct RendererTests {
  /// Takes over some of every kind of thing.
  struct Policy: HTMLPolicy {
    var closed = 0

    mutating func open(
      _ node: NodeID, in document: Document, to out: inout [UInt8]
    ) -> HTMLOpening {
      switch document.kind(node) {
      case .div:
        out += "<section class=\"\(document.attributes(node)?.classes.first ?? "")\">\n".utf8
        return .custom
      case .image:
        out += "<figure>\(document.plainText(node))</figure>".utf8
        return .replaced
      default: return .standard
      }
    }

    mutating func close(_ node: NodeID, in document: Document, to out: inout [UInt8]) {
      closed += 1
      out += "</section>\n".utf8
    }

    mutating func attributes(_ node: NodeID, in document: Document, to out: inout [UInt8]) {
      switch document.kind(node) {
      case .heading: out += " id=\"h\(document.headingLevel(node))\"".utf8
      case .tableCell: out += " scope=\"col\"".utf8
      default: break
      }
    }

    mutating func destination(
      _ written: [UInt8], of node: NodeID, in document: Document
    ) -> [UInt8]? {
      written.starts(with: "javascript:".utf8) ? nil : Array("/base/".utf8) + written
    }

    mutating func rawHTML(_ literal: [UInt8], of node: NodeID, in document: Document) -> [UInt8] {
      Array("(html)".utf8)
    }
  }

  @Test func policiesTakeOver() {
    let text = "::: note\n# T\n\n[a](b) [c](javascript:d) ![e](f) <i>\n:::\n\n<hr>\n\n|x|\n|-|\n"
    var renderer = HTMLRenderer(policy: Policy())
    var out = Array("before".utf8)
    renderer.render(parse(text), to: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == """
        before<section class="note">
        <h1 id="h1">T</h1>
        <p><a href="/base/b">a</a> c <figure>e</figure> (html)</p>
        </section>
        (html)
        <table>
        <thead>
        <tr>
        <th scope="col">x</th>
        </tr>
        </thead>
        </table>

        """)
    #expect(renderer.policy.closed == 1)
  }

  @Test func rendersOneNode() {
    let document = parse("# A\n\n- b\n- c\n")
    var out: [UInt8] = []
    var renderer = HTMLRenderer(policy: StandardHTMLPolicy())
    renderer.render(document.all(.list)[0], of: document, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n")
  }

  @Test func attributesAndTheirKeysAreMadeHarmless() {
    let html = parse("[a]{.b onclick=\"c\" lang=de}\n\n::: {#d data-e=f}\n:::\n\n```{.r .g}\n```")
      .html()
    #expect(
      html == """
        <p><span class="b" data-onclick="c" lang="de">a</span></p>
        <div id="d" data-e="f">
        </div>
        <pre><code class="language-r" class="g"></code></pre>

        """)
  }

  @Test func tagFilter() {
    let document = parse("<script>a</script>\n\nb <TITLE > <b> <xmp/>\n", .gfm)
    #expect(
      document.html(filtersTags: true)
        == "&lt;script>a&lt;/script>\n<p>b &lt;TITLE > <b> &lt;xmp/></p>\n")
  }

  @Test func deepNestingNeedsNoStack() {
    let text = String(repeating: "> - ", count: 499) + String(repeating: "*a **a ", count: 20_000)
    #expect(parse(text).html().utf8.count > 100_000)
  }
}

import SourceCore
import Testing

@testable import CourseBundle

@Suite struct SanitizerTests {
  /// Ways to get script, handlers or remote content into a page; none is from a published list.
  static let attempts = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    "text <script>alert(1)</script> text",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=\"fig/a.png\" onerror=\"alert(1)\">",
    "<img src=x OnErRoR=alert(1)>",
    "<img/src=fig/a.png/onload=alert(1)>",
    "<img src=\"fig/a.png\"onload=\"alert(1)\" alt=\"x\">",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>",
    "<a href=\"&#106;avascript&colon;alert(1)\">x</a>",
    "<a href=\"&#x6A&#x61vascript:alert(1)\">x</a>",
    "<a href=\"\u{1}javascript:alert(1)\">x</a>",
    "<a href=\"JaVaScRiPt&#0000058alert(1)\">x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href=\"vbscript:msgbox(1)\">x</a>",
    "[x](javascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](&#x6A;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/pixel.png)",
    "<img src=\"//evil.example/pixel.png\" alt=\"x\">",
    "<img src=\"fig/a.png\" srcset=\"https://evil.example/p.png 2x\" alt=\"x\">",
    "<iframe src=\"https://evil.example\"></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<object data=\"fig/a.png\"></object><embed src=\"fig/a.png\">",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<style>@import url(https://evil.example/x.css);</style>",
    "<p style=\"background:url(https://evil.example/p)\">x</p>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
    "<base href=\"https://evil.example/\">",
    "<form action=\"https://evil.example\"><input name=p><button>go</button></form>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<video src=\"https://evil.example/v.mp4\" poster=\"https://evil.example/p.png\"></video>",
    "<video src=\"fig/a.png\" onplay=alert(1)></video>",
    "<audio><source src=\"https://evil.example/a.mp3\"></audio>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?><script>alert(1)</script>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<textarea><script>alert(1)</script></textarea><title></title><xmp><b></xmp>",
    "<template><script>alert(1)</script></template>",
    "<a href=\"x\" title='\"><script>alert(1)</script>'>x</a>",
    "<p title=\"&quot;><script>alert(1)</script>\">x</p>",
    "`<script>`<img src=\"`onerror=alert(1)\">",
    "<a href=\"https://example.org/\" ping=\"https://evil.example\" target=\"_blank\">x</a>",
    "<div id=\"academy-main\">x</div><p id=\"a b\">y</p>",
    "<p onclick\u{B}=alert(1)>x</p>",
    "<p/onclick=alert(1)//>x</p>",
    "<b\nonmouseover\n=\nalert(1)\n>x</b>",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "::: callout {onclick=\"alert(1)\"}\nx\n:::",
    "[x](02-two.md){onclick=\"alert(1)\" style=\"x\"}",
    "![x](fig/a.png){width=\"1;background:url(https://evil.example)\" onload=\"x\"}",
    "```{=html}\n<script>alert(1)</script>\n```",
    "```\"><script>alert(1)</script>\nx\n```",
    "# <script>alert(1)</script> {#x\"onclick=\"y}",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "---\ntitle: <script>alert(1)</script>\n---\n\n# x",
  ]

  @Test(arguments: attempts) func nothingHarmfulReachesThePage(_ attempt: String) async {
    let page = PageProbe(await SampleSite(lesson: attempt).lesson)
    #expect(page.dangers.isEmpty, "\(page.dangers)")
    #expect(page.isBalanced)
    #expect(page.tags.contains { $0.name == "footer" })
  }

  /// What breaks pages whose tags do not match.
  @Test(arguments: [
    "</article></main></body></html>", "<div><section><p>", "</div></div></div>",
    "<table><tr><td>", "<p><div></p></div>", "<b>x\n\ny</b>", "*a <b> b*  c </b>",
    "> <div>\n\ntext\n\n</div>", "- <details>\n\n- </details>", "<ul><li>a<li>b</ul>",
    "<a href=\"02-two.md\">x [y](02-two.md) z</a>", "[x <a href=\"02-two.md\">y</a> z](02-two.md)",
    "<table>\n\ntext\n\n<tr><td>x</table>", "<li>alone</li><td>cell</td><summary>s</summary>",
    "<p><h2>x</p></h2>", "<details><summary>x\n\ny\n\n</details>", "<br></br><img></img>",
    "::: callout\n<div>\n:::\n\n</div>", "<dl><dt>a<dd>b<dt>c</dl>",
  ]) func rawHTMLIsBalanced(_ html: String) async {
    let page = PageProbe(await SampleSite(lesson: html).lesson)
    #expect(page.isBalanced)
    #expect(page.dangers.isEmpty)
  }

  @Test func harmlessHTMLStays() async {
    let site = await SampleSite(
      lesson: """
        <details>
        <summary>More</summary>

        *Inside*

        </details>

        Press <kbd title="key">Ctrl</kbd>, H<sub>2</sub>O, <a href="02-two.md#a-place">there</a>,
        <img src="fig/a.png" alt="A &amp; B" width="20px" height="5%">
        """)
    #expect(
      site.body.contains(
        "<details>\n<summary>More</summary>\n<p><em>Inside</em></p>\n</details>"))
    #expect(site.body.contains("<kbd title=\"key\">Ctrl</kbd>, H<sub>2</sub>O"))
    #expect(site.body.contains("<a href=\"two.html#a-place\">there</a>"))
    #expect(
      site.body.contains("src=\"../files/episodes/fig/a.png\" alt=\"A &amp; B\" width=\"20\""))
  }

  @Test func remoteImagesBecomeLinks() async {
    let site = await SampleSite(lesson: "![Prices](https://example.org/p.png?a=1&b=2)")
    #expect(
      site.body.contains("<p><a href=\"https://example.org/p.png?a=1&amp;b=2\">Prices</a></p>"))
    #expect(site.diagnostics.map(\.rule) == ["bundle/remote-image"])
  }

  @Test func deepHTMLTakesLittleTime() async {
    let site = await SampleSite(lesson: String(repeating: "<b><!-->", count: 50_000) + "<a <a=\"'")
    #expect(PageProbe(site.lesson).isBalanced)
  }

  @Test(arguments: [3, 12, 13, 40]) func theFirstOfEqualAttributesCounts(_ count: Int) {
    let names = (1...count).map { "a\($0)" }
    let written = names.map { "\($0)=1" } + names.map { "\($0.uppercased())=2" } + ["b=3", "b=4"]
    var tokens = HTMLTokens(Array("<i \(written.joined(separator: " "))>".utf8))
    guard case .open(_, let attributes, _) = tokens.next() else {
      Issue.record("no tag")
      return
    }
    #expect(attributes.map { "\($0.name)=\($0.value)" } == names.map { "\($0)=1" } + ["b=3"])
  }
}

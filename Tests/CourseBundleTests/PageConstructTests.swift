import CourseBundle
import SourceCore
import Testing

@Suite struct PageConstructTests {
  /// Markdown, and a piece of the page that must come of it.
  static let constructs: [(String, String)] = [
    (
      "**b** *i* ~~d~~ `c<`", "<p><strong>b</strong> <em>i</em> <del>d</del> <code>c&lt;</code></p>"
    ),
    ("## A *b* {#here}", "<h2 id=\"here\">A <em>b</em></h2>"),
    ("## One\n\n## One", "<h2 id=\"one\">One</h2>\n<h2 id=\"one-1\">One</h2>"),
    ("---\ntitle: T\n---\n# One\n\n## Two", "<h2 id=\"one\">One</h2>\n<h3 id=\"two\">Two</h3>"),
    ("3. a\n4. b", "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>"),
    ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>"),
    (
      "- [ ] `a` b\n- [x] c",
      "<label><input type=\"checkbox\" disabled=\"\"> <span><code>a</code> b</span></label>"
    ),
    ("- [x] c", "<input type=\"checkbox\" disabled=\"\" checked=\"\">"),
    ("> q", "<blockquote>\n<p>q</p>\n</blockquote>"),
    ("a\\\nb", "<p>a<br>\nb</p>"),
    ("***", "<hr>"),
    (
      "```bash\nls\n```",
      "<figure class=\"code\"><figcaption>Bash</figcaption><pre tabindex=\"0\""
    ),
    ("```{r, echo=FALSE}\nx\n```", "<figcaption>R</figcaption>"),
    ("```output\nx\n```", "<figure class=\"code printed output\"><figcaption>Output</figcaption>"),
    (
      "| a | b |\n|---|--:|\n| 1 | 2 |",
      "<thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th></tr></thead>\n"
        + "<tbody><tr><td>1</td><td class=\"right\">2</td></tr></tbody>"
    ),
    ("| a |\n|---|", "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table 1\">"),
    ("![alt](fig/a.png)", "<p><img src=\"../files/episodes/fig/a.png\" alt=\"alt\"></p>"),
    (
      "![Caption *x*](fig/a.png){alt=\"A\" width=50%}",
      "<figure><img src=\"../files/episodes/fig/a.png\" alt=\"A\" style=\"width:50%\">"
        + "<figcaption>Caption <em>x</em></figcaption></figure>"
    ),
    (
      "![A](fig/a.png \"T\"){width=300px}",
      "alt=\"A\" width=\"300\"><figcaption>T</figcaption></figure>"
    ),
    ("[two](02-two.md#a-place)", "<a href=\"two.html#a-place\">two</a>"),
    (
      "[a](fig/e\u{301}.csv) [b](fig/\u{E9}.csv)",
      "<p>a <a href=\"../files/episodes/fig/%C3%A9.csv\">b</a></p>"
    ),
    ("[two](../02-two.html)", "<a href=\"two.html\">two</a>"),
    ("[two](02-two.md#nowhere)", "<a href=\"two.html\">two</a>"),
    ("[notes](../instructors/notes.md)", "<p>notes</p>"),
    ("<https://example.org/?a&b>", "<a href=\"https://example.org/?a&amp;b\">"),
    ("<a@example.org>", "<a href=\"mailto:a@example.org\">a@example.org</a>"),
    (
      "x[^n]\n\n[^n]: Note.",
      "<li id=\"academy-note-1\"><p>Note.<a href=\"#academy-noteref-1\" role=\"doc-backlink\""
    ),
    (
      "::: callout\n### Title\nx\n:::",
      "<section class=\"box callout\" id=\"callout1\" aria-labelledby=\"academy-label-1 title\">\n"
        + "<p class=\"label\" id=\"academy-label-1\">Callout</p>\n<h3 id=\"title\">Title</h3>"
    ),
    ("::: callout\nx\n:::\n::: callout\ny\n:::", "id=\"callout2\" aria-label=\"Callout 2\">"),
    ("::: prereq\nx\n:::", "<section class=\"box prereq\" id=\"prereq1\""),
    ("::: discussion\nx\n:::", ">Discussion</p>"),
    ("::: checklist\nx\n:::", ">Checklist</p>"),
    ("::: testimonial\nx\n:::", ">Testimonial</p>"),
    ("::: keypoints\n- x\n:::", ">Key points</p>"),
    ("::: challenge\nx\n:::\n::: challenge\ny\n:::", ">Challenge 2</p>"),
    (
      "::: solution\nx\n:::",
      "<details class=\"box solution\" id=\"solution1\"><summary>Solution</summary>\n"
        + "<div class=\"unfolded\">\n<p>x</p>\n</div></details>"
    ),
    ("::: solution\n## Solution\nx\n:::", "<summary>Solution<"),
    ("::: hint\nx\n:::", "<summary>Hint</summary>"),
    ("::: spoiler\n## On Windows\nx\n:::", "<summary><span id=\"on-windows\">On Windows</span>"),
    (
      "::: group-tab\n### Windows\nx\n### macOS\ny\n:::",
      "<details class=\"box tab\" name=\"academy-tabs-1\" open=\"\"><summary>"
        + "<span id=\"windows\">Windows</span></summary>\n<div class=\"unfolded\">\n<p>x</p>\n"
        + "</div></details>\n<details class=\"box tab\" name=\"academy-tabs-1\"><summary>"
    ),
    ("```mermaid\ngraph LR\n```", "<figcaption>Mermaid</figcaption>"),
    ("<details>\n\nx\n\n</details>", "<details>\n<summary>Details</summary>"),
    ("[x](<https://>) [y](<http://a b/>) [z](mailto:)", "<p>x y z</p>"),
    ("[x](<https://example.org/%zz[1]>)", "href=\"https://example.org/%25zz%5B1%5D\""),
    ("::: whatever\nx\n:::", "<div id=\"whatever1\">\n<p>x</p>\n</div>"),
  ]

  @Test(arguments: constructs) func eachBecomesHTML(_ source: String, _ expected: String) async {
    let site = await SampleSite(lesson: source)
    #expect(site.body.contains(expected), "\(site.body)")
    #expect(PageProbe(site.lesson).isBalanced)
  }

  @Test func theOverviewGathersTimesQuestionsAndObjectives() async {
    let site = await SampleSite(
      lesson: """
        ---
        title: One `x`
        teaching: 20
        exercises: 65
        ---

        Text.

        ::: questions
        - Why *so*?
        :::

        ::: objectives
        - Compute.
        :::
        """)
    #expect(site.lesson.contains("<h1>One <code>x</code></h1>"))
    #expect(site.lesson.contains("<title>One x · One</title>"))
    #expect(site.lesson.contains("<dd>20\u{A0}min</dd>"))
    #expect(site.lesson.contains("<dd>1\u{A0}h 5\u{A0}min</dd>"))
    #expect(site.lesson.contains("<h3>Questions</h3>\n<ul>\n<li>Why <em>so</em>?\n</li>"))
    #expect(site.lesson.split(separator: "Why <em>").count == 2)
  }

  @Test func instructorsNotesStayOut() async {
    let site = await SampleSite(
      lesson: "::: instructor\nSecret ![x](fig/missing.png)\n:::\n\nFor all.")
    #expect(!site.lesson.contains("Secret"))
    #expect(site.diagnostics.isEmpty)
    #expect(!site.paths.contains { $0.hasPrefix("instructors") })
  }

  @Test(arguments: [
    ("fr", "Exercice 1", "Objectifs", "Aller au contenu"),
    ("es-CO", "Ejercicio 1", "Objetivos", "Ir al contenido"),
    ("en-GB", "Challenge 1", "Objectives", "Skip to the content"),
  ]) func labelsFollowTheLanguage(
    _ language: String, _ challenge: String, _ objectives: String, _ skip: String
  ) async {
    let site = await SampleSite(
      lesson: "::: objectives\n- x\n:::\n::: challenge\ny\n:::", language: language)
    #expect(site.lesson.contains("<html lang=\"\(language)\" dir=\"ltr\">"))
    for text in [challenge, objectives, skip] { #expect(site.lesson.contains(">\(text)<")) }
    #expect(!site.lesson.contains("lang=\"en\""))
  }

  @Test func anUnknownLanguageHasEnglishLabelsThatSaySo() async {
    let site = await SampleSite(lesson: "::: callout\nx\n:::", language: "ar")
    #expect(site.lesson.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(site.lesson.contains("lang=\"en\">Callout</p>"))
    #expect(site.lesson.contains("lang=\"en\">Skip to the content</a>"))
  }

  @Test func aPlainPageTakesItsTitleFromItsFirstHeading() async {
    let site = await SampleSite([
      "docs/b.md": "# The *title*\n\n## Sub title\n\n[here](#the-title) [sub](#sub-title)\n"
    ])
    let page = site.text("lessons/b.html")
    #expect(page.contains("<h1 id=\"the-title\">The title</h1>"))
    #expect(page.contains("<h2 id=\"sub-title\">"))
    #expect(page.split(separator: "<h1").count == 2)
    #expect(page.contains("<a href=\"#the-title\">here</a>"))
  }

  @Test func deepNestingNeedsNoStack() async {
    let site = await SampleSite(lesson: String(repeating: ">", count: 5000) + " x")
    #expect(PageProbe(site.lesson).isBalanced)
  }
}

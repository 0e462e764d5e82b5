import CourseBundle
import SourceCore
import Testing

/// Labels of links that a course defines in one file for all its pages.
@Suite struct SharedLabelTests {
  private static let files = [
    "course.yml": "schema: course/1\nid: nso/one\nversion: 1.0.0\n",
    "config.yaml": "title: One\n",
    "links.md": """
    [shop]: https://shop.example/ "The shop"
    [Table]: data/table.csv
    [next]: 02-two.md#a-place
    [picture]: fig/a.png
    [evil]: javascript:alert(1)
    [gone]: nowhere.csv
    [lost picture]: fig/lost.png
    [own]: https://shared.example/
    [a place]: https://defined.example/

    """,
    "episodes/01-one.md": """
    ---
    title: One
    ---

    [Shop], [the shop][shop], [data][table], [next], [evil], [gone], [own], [none] ![A picture][picture]

    [Price levels], [up][a place]

    ## Price levels

    [own]: https://own.example/

    """,
    "episodes/02-two.md": "---\ntitle: Two\n---\n\n## A place\n\n[shop] and [Price levels].\n",
    "episodes/data/table.csv": "a,b\n", "episodes/fig/a.png": "picture",
    "learners/guide.md": "---\ntitle: Guide\n---\n\n[data][table] and [the second][how].\n\n"
      + "[how]: ../episodes/02-two.md\n",
  ]

  @Test func theSiteLinksThem() async {
    let site = await SampleSite(Self.files)
    let page = site.text("lessons/one.html")
    let lines = [
      #"<p><a href="https://shop.example/" title="The shop">Shop</a>, "#,
      #"<a href="https://shop.example/" title="The shop">the shop</a>, "#,
      #"<a href="../files/episodes/data/table.csv">data</a>, "#,
      #"<a href="two.html#a-place">next</a>, evil, gone, "#,
      #"<a href="https://own.example/">own</a>, [none] "#,
    ]
    #expect(page.contains(lines.joined()))
    #expect(page.contains(##"<img src="../files/episodes/fig/a.png" alt="A picture""##))
    #expect(
      page.contains(
        ##"<p><a href="#price-levels">Price levels</a>, <a href="https://defined.example/">up</a>"##
      ))
    // Another page's heading is no label here.
    #expect(
      site.text("lessons/two.html")
        .contains(#"<a href="https://shop.example/" title="The shop">shop</a> and [Price levels]."#)
    )
    #expect(PageProbe(page).dangers.isEmpty && PageProbe(page).isBalanced)
    #expect(site.text("all.html").contains(##"<a href="#page-2-a-place">next</a>"##))
    #expect(!site.text("assets/search-index.js").contains("[shop]"))
    #expect(site.text("assets/search-index.js").contains("Shop, the shop, data, next, evil, gone"))
  }

  /// As the Workbench has it, which puts the file below each page.
  @Test func theirTargetsStartAtThePage() async {
    let site = await SampleSite(Self.files)
    // There is no `learners/data/table.csv`.
    #expect(
      site.text("learners/guide.html")
        .contains(#"<p>data and <a href="../lessons/two.html">the second</a>.</p>"#))
  }

  @Test(arguments: BundleFormat.allCases)
  func everyFormatLinksThem(_ format: BundleFormat) async {
    let bundle = await SampleSite(Self.files, format: format)
    let page = bundle.text(format == .epub ? "lessons/one.xhtml" : "lessons/one.html")
    #expect(page.contains(#"<a href="https://shop.example/" title="The shop">the shop</a>"#))
    #expect(page.contains(##"<a href="#price-levels">Price levels</a>"##))
    #expect(page.contains("[none]") && !page.contains("[next]") && !page.contains("javascript"))
    if format == .epub {
      #expect(page.contains(#"<a href="two.xhtml#a-place">next</a>"#))
      #expect(XMLProbe(page) != nil)
    }
  }

  @Test func whatIsMissingIsToldAtItsUseAndNamesTheDefinition() async throws {
    var files = Self.files
    files["episodes/02-two.md"]! += "\n![Lost][lost picture]\n"
    let site = await SampleSite(files)
    let finding = try #require(site.diagnostics.first)
    #expect(site.diagnostics.count == 1)
    #expect(finding.rule == "bundle/asset" && finding.path == "episodes/02-two.md")
    #expect(finding.line == 9)
    let note = try #require(finding.notes.first)
    #expect(note.path?.string == "links.md" && note.line == 7)
  }

  @Test func aCourseWithoutThemIsAsItWas() async {
    let files = Self.files.filter { $0.key != "links.md" }
    let page = await SampleSite(files).text("lessons/one.html")
    #expect(page.contains("<p>[Shop], [the shop][shop], [data][table]"))
  }

  @Test func addressesThatTheTemplateForJekyllBuildsAreFollowed() async {
    let site = await SampleSite([
      "_config.yml": "title: One\n",
      "_includes/links.md": "[data]: {{ page.root }}/files/d.csv\n"
        + "[two]: <{{ page.root }}{% link _episodes/02-two.md %}>\n",
      "_episodes/01-one.md": "![A]({{ page.root }}/fig/a.png) [d]({{ page.root }}/files/d.csv) "
        + "[data] [two] [up]({{ page.root }}/02-two/)\n\n{% include links.md %}\n",
      "_episodes/02-two.md": "Text.\n", "fig/a.png": "picture", "files/d.csv": "a\n",
    ])
    let page = site.text("lessons/one.html")
    let lines = [
      #"<img src="../files/fig/a.png" alt="A"> <a href="../files/files/d.csv">d</a> "#,
      #"<a href="../files/files/d.csv">data</a> <a href="two.html">two</a> "#,
      #"<a href="two.html">up</a>"#,
    ]
    #expect(page.contains(lines.joined()))
    #expect(site.diagnostics.isEmpty)
  }

  @Test func quartoAndJekyllTakeThemFromTheirIncludes() async {
    let quarto = await SampleSite([
      "_quarto.yml": "project:\n  type: website\n", "_links.qmd": "[a]: https://a.example/\n",
      "one.qmd":
        "---\ntitle: One\n---\n\n{{< include _links.qmd >}}\n\n[a], [A head]\n\n## A head\n",
    ])
    let pages = quarto.paths.filter { $0.hasSuffix("one.html") }.map { quarto.text($0) }
    #expect(
      pages.contains {
        $0.contains(##"<a href="https://a.example/">a</a>, <a href="#a-head">A head</a>"##)
      })
    let jekyll = await SampleSite([
      "_config.yml": "title: One\n", "_includes/links.md": "[a]: https://a.example/\n",
      "_episodes/01-one.md": "---\ntitle: One\n---\n\n[a], [A head]\n\n## A head\n",
    ])
    #expect(
      jekyll.text("lessons/one.html").contains(##"<a href="https://a.example/">a</a>, [A head]"##))
  }
}

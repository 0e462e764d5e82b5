import CourseModel
import Markdown
import Framework
import SourceCore
import StructuredData
import TestSupport
import Testing

/// Grammar, anchors, sections and links of pages written for the site generators.
@Suite struct SitePageTests {
  private func lesson(_ text: String, _ layout: CourseLayout) throws -> Lesson {
    let path = try #require(RepoPath("a.md"))
    return LessonParser(layout: layout, language: "en").parse(
      SourceText(path: path, bytes: Array(text.utf8)), path: path, kind: .lesson)
  }

  private func resolve(
    _ link: String, from page: String, in files: [String]
  ) throws -> LinkResolver.Resolution {
    let tree = MemoryTree(Dictionary(uniqueKeysWithValues: files.map { ($0, "") }))
    let found = CourseDiscovery.courses(in: tree.entries)
    let course = CourseReader(limit: 1000).read(found[0], among: found, in: tree)
    let target = LinkTarget(link, layout: course.layout)
    guard case .local(let path, _) = target else { return .outside }
    return LinkResolver(course).resolve(path, from: try #require(RepoPath(page)))
  }

  @Test func jekyllKeepsItsSectionsInTheFrontMatter() throws {
    let text = """
      ---
      title: Prices
      teaching: 10
      exercises: 5
      questions:
      - What is a price?
      objectives:
      - Describe a basket.
      keypoints: []
      ---

      > ## Try it
      > Name two.
      {: .challenge #try}

      ## Étude 1: Prices
      """
    let lesson = try lesson(text, .jekyll)
    #expect(lesson.sections == ["questions", "objectives", "challenge"])
    #expect(lesson.objectives.map(\.text) == ["Describe a basket."])
    #expect(lesson.divs.isEmpty)
    for anchor in ["try", "try-it", "étude-1-prices", "tude-1-prices"] {
      #expect(lesson.anchors.contains(anchor), "\(anchor)")
    }
    #expect(try self.lesson(text, .workbench).sections.isEmpty)
  }

  /// Two spellings of one character are equal texts, of which kramdown makes two anchors.
  @Test func headingsThatAreEqualInOtherBytesHaveAnchorsOfTheirOwn() throws {
    let lesson = try lesson("## Caf\u{E9}\n\n## Cafe\u{301}\n", .jekyll)
    for anchor in ["caf", "cafe"] { #expect(lesson.anchors.contains(anchor), "\(anchor)") }
  }

  @Test(arguments: [
    "+++\ntitle = \"Prices\"\nlanguage = \"fr\"\nweight = 3\n# FIXME\n+++\nText\n",
    "{\n\t\"title\": \"Prices\",\n\t\"language\": \"fr\",\n\t\"weight\": 3\n}\n\nText\n",
    "---\ntitle: Prices\nlanguage: fr\nweight: 3\n---\nText\n",
  ]) func hugoWritesFrontMatterInThreeWays(_ text: String) throws {
    let lesson = try lesson(text, .hugo)
    #expect(lesson.frontMatter.title == "Prices")
    #expect(lesson.frontMatter["weight"]?.intValue == 3)
    #expect(lesson.frontMatter.problems.isEmpty)
    #expect(lesson.language == "fr")
    #expect(lesson.headings.isEmpty)
    #expect(lesson.prose.count == 1)
  }

  @Test func shortcodesAreNoHTML() throws {
    let text = "{{<img src=\"a.png\">}}\n\nSee {{< ref \"b.md\" >}} and <img src=\"c.png\">.\n"
    #expect(try lesson(text, .hugo).images.count == 1)
    #expect(try lesson(text, .plain).images.count == 2)
  }

  @Test func pagesOfQuartoArePandocs() throws {
    let text = "::: {.callout-note}\nText\n:::\n\n## Prix & poids {#poids}\n"
    let quarto = try lesson(text, .quarto)
    #expect(quarto.divs.map(\.name) == ["callout-note"])
    #expect(quarto.anchors.contains("poids"))
    #expect(try lesson(text, .hugo).divs.isEmpty)
  }

  @Test func labelsOfMystAreAnchors() throws {
    let text = "(basket)=\n# The basket of 2020\n\n```{figure} a.png\n:name: fig-a\n```\n"
    let lesson = try lesson(text, .myst)
    for anchor in ["basket", "the-basket-of-2020", "fig-a"] {
      #expect(lesson.anchors.contains(anchor), "\(anchor)")
    }
  }

  @Test func picturesOfMystAreImages() throws {
    let text = """
      ```{figure} fig/a.png
      :alt: Prices rise
      A caption, see [b](b.md).
      ```

      :::{image} b.png
      :::
      """
    let lesson = try lesson(text, .myst)
    #expect(lesson.images.map(\.alternative) == [.text("Prices rise"), .missing])
    #expect(
      lesson.images.map(\.target) == [
        .local(path: "fig/a.png", fragment: nil), .local(path: "b.png", fragment: nil),
      ])
    #expect(lesson.links.count == 1)
  }

  @Test func dialectsFollowLayoutAndName() throws {
    func dialect(_ layout: CourseLayout, _ path: String) -> Dialect {
      LessonParser(layout: layout, language: "en").dialect(of: RepoPath.root.appending(path))
    }
    #expect(dialect(.plain, "a.md") == .github)
    #expect(dialect(.plain, "a.qmd") == .quarto)
    #expect(dialect(.plain, "a.Rmd") == .rmarkdown)
    #expect(dialect(.workbench, "a.Rmd") == .workbench)
    #expect(dialect(.jekyll, "a.md") == .jekyll)
    #expect(dialect(.myst, "a.md") == .myst)
  }

  @Test func linksThatLiquidMakesAreFound() throws {
    let lesson = try lesson("[a]({{ page.root }}/b/) [c]({{ site.d }})\n", .jekyll)
    #expect(lesson.links.map(\.target) == [.local(path: "/b/", fragment: nil), .template])
  }

  @Test func sectionsOfMystAreDirectives() throws {
    let text = """
      # Prices

      ```{objectives}
      - Describe a *basket*.
        - Not this.
      - Compute an index.
      ```

      ::::{admonition} Note
      :::{keypoints}
      * Prices rise.
      :::
      ::::

      ````
      ```{questions}
      ```
      ````
      """
    let lesson = try lesson(text, .myst)
    #expect(lesson.objectives.map(\.text) == ["Describe a basket.", "Compute an index."])
    let flagged = lesson.objectives.map { lesson.place($0.range).flagged }
    #expect(flagged == ["Describe a *basket*.", "Compute an index."])
    #expect(lesson.sections == ["admonition", "objectives", "keypoints"])
    #expect(try self.lesson(text, .plain).objectives.isEmpty)
  }

  @Test(arguments: [
    ("{{ page.root }}/fig/a.png", "/fig/a.png"), ("{{page.root}}{% link _episodes/a.md %}", nil),
    ("{% link _episodes/a.md %}#b", "/_episodes/a.md"), ("{{ site.baseurl }}", "/"),
    ("{{ page.root }}{% link setup.md %}", nil), ("a{{ page.root }}", nil), ("{{", nil),
    ("{{ page.title }}", nil), ("{% include a.md %}", nil), ("{{ page.root }", nil),
  ]) func liquidAddressesStartAtTheRoot(_ text: String, _ expected: String?) {
    let target = LinkTarget(text, layout: .jekyll)
    if let expected {
      guard case .local(let path, _) = target else {
        Issue.record("\(target)")
        return
      }
      #expect(path == expected)
    } else if text.contains("link") {
      #expect(target != .template)
    } else {
      #expect(target == .template)
    }
    #expect(LinkTarget(text, layout: .workbench) == .template)
  }

  @Test(arguments: [
    ("../02-b/", "_episodes/02-b.md"), ("../setup/", "setup.md"), ("../setup.html", "setup.md"),
    ("{{ page.root }}/about/", "_extras/about.md"), ("../fig/a.png", "fig/a.png"),
    ("{% link _episodes/02-b.md %}", "_episodes/02-b.md"), ("02-b.md", "_episodes/02-b.md"),
  ]) func linksOfJekyll(_ link: String, _ expected: String) throws {
    let files = [
      "_config.yml", "_episodes/01-a.md", "_episodes/02-b.md", "_extras/about.md", "setup.md",
      "fig/a.png", "index.md",
    ]
    let found = try resolve(link, from: "_episodes/01-a.md", in: files)
    let path = try #require(RepoPath(expected))
    #expect(found == (expected.hasSuffix("png") ? .file(path) : .page(path)))
    #expect(try resolve("../aio/", from: "_episodes/01-a.md", in: files) == .generated)
  }

  @Test(arguments: [
    ("/a/b/", "content/a/b.md"), ("../c/", "content/a/c/index.md"), ("c", "content/a/c/index.md"),
    ("b.md", "content/a/b.md"), ("/img/p.png", "static/img/p.png"), ("q.png", "static/a/b/q.png"),
    ("../", "content/a/_index.md"), ("/a/c/data.csv", "content/a/c/data.csv"),
  ]) func linksOfHugo(_ link: String, _ expected: String) throws {
    let files = [
      "hugo.toml", "content/_index.md", "content/a/_index.md", "content/a/b.md",
      "content/a/c/index.md", "content/a/c/data.csv", "static/img/p.png", "static/a/b/q.png",
    ]
    let found = try resolve(link, from: "content/a/b.md", in: files)
    let path = try #require(RepoPath(expected))
    switch found {
    case .page(let page): #expect(page == path)
    case .file(let file): #expect(file == path)
    case .folder(let folder): #expect(path.relative(to: folder) != nil, "\(link): \(folder)")
    default: Issue.record("\(link): \(found)")
    }
  }

  @Test(arguments: [
    ("b.html", "b.qmd"), ("/b.qmd", "b.qmd"), ("sub/index.html", "sub/index.qmd"), ("b", "b.qmd"),
  ]) func linksOfQuarto(_ link: String, _ expected: String) throws {
    let files = ["_quarto.yml", "a.qmd", "b.qmd", "sub/index.qmd"]
    #expect(
      try resolve(link, from: "a.qmd", in: files) == .page(try #require(RepoPath(expected))))
  }

  @Test(arguments: [
    ("b", "content/b.md"), ("b.html", "content/b.md"), ("/sub/c", "content/sub/c.md"),
    ("/sub/c.md", "content/sub/c.md"),
  ]) func linksOfSphinx(_ link: String, _ expected: String) throws {
    let files = [
      "content/conf.py", "content/index.md", "content/b.md", "content/sub/c.md",
    ]
    #expect(
      try resolve(link, from: "content/index.md", in: files)
        == .page(try #require(RepoPath(expected))))
  }

  @Test func expressionsOfJSXLeadNowhere() {
    #expect(LinkTarget("{require('./a.png').default}") == .template)
    #expect(LinkTarget("{") == .local(path: "{", fragment: nil))
  }

  @Test func quartoNamesObjectsInBackticks() {
    #expect(LinkTarget("`pandas.read_csv`", layout: .quarto) == .template)
    #expect(LinkTarget("`a`", layout: .workbench) == .local(path: "`a`", fragment: nil))
    #expect(LinkTarget("`a", layout: .quarto) == .local(path: "`a", fragment: nil))
  }
}

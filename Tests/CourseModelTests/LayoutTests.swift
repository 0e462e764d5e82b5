import CourseModel
import Framework
import SourceCore
import TestSupport
import Testing

/// The pages and the metadata that each site generator's files give.
@Suite struct LayoutTests {
  private func course(_ files: [String: String]) throws -> Course {
    let tree = MemoryTree(files)
    let found = CourseDiscovery.courses(in: tree.entries)
    try #require(found.count == 1, "\(found)")
    return CourseReader(limit: 100_000).read(found[0], among: found, in: tree)
  }

  private func lessons(_ course: Course) -> [String] { course.lessons.map(\.path.string) }

  private func others(_ course: Course) -> [String] {
    course.pages.filter { $0.kind != .lesson }.map { "\($0.kind) \($0.path)" }
  }

  @Test func workbenchPagesFollowTheConfiguration() throws {
    let course = try course([
      "config.yaml": """
      title: Prices
      learners: [setup.md, reference.md]
      profiles: [z.md]
      """,
      "episodes/01-a.md": "", "learners/discuss.md": "", "learners/reference.md": "",
      "learners/setup.md": "", "profiles/a.md": "", "profiles/z.md": "",
    ])
    #expect(
      others(course) == [
        "learner learners/setup.md", "learner learners/reference.md",
        "learner learners/discuss.md", "profile profiles/z.md", "profile profiles/a.md",
      ])
  }

  @Test func jekyll() throws {
    let course = try course([
      "_config.yml": """
      title: Prices
      keywords: [prices, baskets]
      license: CC-BY-4.0
      email: courses@example.org
      life_cycle: beta
      """,
      "_episodes/02-b.md": "", "_episodes/01-a.md": "", "_episodes/10-c.md": "",
      "_episodes_rmd/01-a.Rmd": "", "_episodes_rmd/11-d.Rmd": "", "_episodes/fig.png": "",
      "_extras/guide.md": "", "_extras/about.md": "", "_includes/links.md": "", "index.md": "",
      "setup.md": "", "aio.md": "", "README.md": "", "bin/notes.md": "",
    ])
    #expect(course.layout == .jekyll)
    #expect(
      lessons(course) == [
        "_episodes/01-a.md", "_episodes/02-b.md", "_episodes/10-c.md", "_episodes_rmd/11-d.Rmd",
      ])
    #expect(
      others(course) == [
        "index index.md", "learner _extras/about.md", "instructor _extras/guide.md",
        "learner setup.md",
      ])
    #expect(course.metadata.title == "Prices")
    #expect(course.metadata.keywords == ["prices", "baskets"])
    #expect(course.metadata.license?.value == "CC-BY-4.0")
    #expect(course.metadata.contact?.value == "courses@example.org")
    #expect(course.metadata.lifecycle?.value == .beta)
  }

  @Test func jekyllWithAnOrder() throws {
    let course = try course([
      "_config.yml": "episode_order: [b, a]\n", "_episodes/a.md": "", "_episodes/b.md": "",
    ])
    #expect(lessons(course) == ["_episodes/b.md", "_episodes/a.md"])
  }

  @Test func quartoWebSite() throws {
    let course = try course([
      "_quarto.yml": """
      project: {type: website}
      lang: fr
      website:
        title: Les prix
        navbar:
          left:
            - href: index.qmd
              text: Accueil
            - b.qmd
            - text: Plus
              menu:
                - href: a.qmd#début
                - href: https://example.org/x.md
                - b.qmd
            - tool.ipynb
      """,
      "index.qmd": "", "a.qmd": "", "b.qmd": "", "about.qmd": "", "404.qmd": "", "_part.qmd": "",
      "README.md": "", "tool.ipynb": "{}",
    ])
    #expect(course.layout == .quarto)
    #expect(lessons(course) == ["b.qmd", "a.qmd", "tool.ipynb"])
    #expect(others(course) == ["index index.qmd", "learner about.qmd"])
    #expect(course.metadata.title == "Les prix")
    #expect(course.metadata.effectiveLanguage == "fr")
    #expect(course.config?.path.string == "_quarto.yml")
    #expect(course.listed.map(\.written) == ["b.qmd", "a.qmd#début", "tool.ipynb"])
  }

  @Test func quartoSideBar() throws {
    let course = try course([
      "_quarto.yml": """
      website:
        sidebar:
          - contents:
              - section: First steps
                contents: [one.qmd, two.qmd]
              - section: more/index.qmd
                contents: more/*
        navbar: {left: [two.qmd, zero.qmd]}
      """,
      "one.qmd": "", "two.qmd": "", "zero.qmd": "", "more/index.qmd": "", "more/x.qmd": "",
    ])
    #expect(
      lessons(course) == ["one.qmd", "two.qmd", "more/index.qmd", "more/x.qmd", "zero.qmd"])
  }

  @Test func quartoBook() throws {
    let course = try course([
      "_quarto.yml": """
      project: {type: book}
      book:
        title: Prices
        author: [Ana Novak, {name: Luis Ríos}]
        chapters:
          - index.qmd
          - part: Basics
            chapters: [b.qmd, a.qmd]
          - part: c.qmd
            chapters: [missing.qmd]
        appendices: [z.qmd]
      """,
      "index.qmd": "", "a.qmd": "", "b.qmd": "", "c.qmd": "", "z.qmd": "",
    ])
    #expect(lessons(course) == ["b.qmd", "a.qmd", "c.qmd", "z.qmd"])
    #expect(course.metadata.authors.map(\.name) == ["Ana Novak", "Luis Ríos"])
    #expect(course.listed.contains { $0.path?.string == "missing.qmd" })
  }

  @Test func quartoWithoutAList() throws {
    let course = try course(["_quarto.yml": "project: {type: website}\n", "b.qmd": "", "a.md": ""])
    #expect(lessons(course) == ["a.md", "b.qmd"])
    let automatic = try self.course([
      "_quarto.yml": "website: {sidebar: {contents: auto}}\n", "index.qmd": "", "b.qmd": "",
      "a/c.qmd": "",
    ])
    #expect(lessons(automatic) == ["a/c.qmd", "b.qmd"])
  }

  @Test func jupyterBook() throws {
    let course = try course([
      "_config.yml": "title: Prices\nauthor: Ana Novak\n",
      "_toc.yml": """
      format: jb-book
      root: intro
      parts:
        - caption: One
          chapters:
            - file: b
              sections:
                - file: deep/c
            - url: https://example.org
            - file: notebook
        - caption: Two
          chapters:
            - glob: more/*
      """,
      "intro.md": "", "b.md": "", "deep/c.md": "", "more/y.md": "", "more/x.md": "", "left.md": "",
      "notebook.ipynb": "{}",
    ])
    #expect(course.layout == .myst)
    #expect(lessons(course) == ["b.md", "deep/c.md", "notebook.ipynb", "more/x.md", "more/y.md"])
    #expect(others(course) == ["index intro.md", "learner left.md"])
    #expect(course.metadata.title == "Prices")
    #expect(course.metadata.authors.map(\.name) == ["Ana Novak"])
    #expect(course.list?.path.string == "_toc.yml")
  }

  @Test func mystWithATable() throws {
    let course = try course([
      "myst.yml": """
      version: 1
      project:
        title: Prices
        keywords: [prices]
        license: {content: CC-BY-4.0, code: MIT}
        toc:
          - file: start.md
          - title: Chapter
            children:
              - file: b.md
              - pattern: 'c*.md'
      """,
      "start.md": "", "b.md": "", "c2.md": "", "c1.md": "",
    ])
    #expect(lessons(course) == ["b.md", "c1.md", "c2.md"])
    #expect(others(course) == ["index start.md"])
    #expect(course.metadata.license?.value == "CC-BY-4.0")
    #expect(course.metadata.codeLicense?.value == "MIT")
  }

  @Test func sphinx() throws {
    let course = try course([
      "content/conf.py": """
      import os
      project = "Prices"
      author = 'Ana Novak'
      language = os.environ.get("LANG")
      extensions = [
          "myst_parser",  # "title"
      ]
      if True:
          project = "Other"
      def setup(app):
          author = "Nobody"
      """,
      "content/index.md": """
      # Prices

      ````
      ```{toctree}
      shown
      ```
      ````

      ```{toctree}
      :maxdepth: 1
      :caption: First

      second
      First things <first>
      Elsewhere <https://example.org/a.md>
      self
      ```

      :::{toctree}
      /third.md
      second
      :::
      """,
      "content/first.md": "", "content/shown.md": "",
      "content/second.md": "```{toctree}\n---\nmaxdepth: 1\n---\nsub/inner\n```\n",
      "content/sub/inner.md": "```{toctree}\n../second\n```\n", "content/third.md": "",
      "README.md": "", "other.md": "",
    ])
    #expect(course.layout == .myst)
    #expect(course.folder == .root)
    #expect(course.content.string == "content")
    #expect(
      lessons(course) == [
        "content/second.md", "content/sub/inner.md", "content/first.md", "content/third.md",
      ])
    #expect(others(course) == ["index content/index.md", "learner content/shown.md"])
    #expect(course.listed.count == 4)
    #expect(course.metadata.title == "Prices")
    #expect(course.metadata.authors.map(\.name) == ["Ana Novak"])
    #expect(course.metadata.language == nil)
    #expect(course.list?.path.string == "content/index.md")
  }

  @Test func hugo() throws {
    let course = try course([
      "hugo.toml":
        "title = \"Prices\" # name\nlanguageCode = 'es'\n[params]\nauthor = \"A. Ríos\"\n",
      "content/_index.md": "---\ntitle: Home\n---\nHello\n",
      "content/b/_index.md": "---\ntitle: B\nweight: 1\n---\n",
      "content/b/y.md": "+++\ntitle = \"Y\"\nweight = 2\n+++\nText\n",
      "content/b/x.md": "---\nweight: 3\n---\nText\n",
      "content/b/none.md": "Text\n",
      "content/a/_index.md": "---\nweight: 2\n---\nText\n",
      "content/a/page/index.md": "{\n  \"weight\": 5\n}\nText\n",
      "content/a/draft.md": "---\ndraft: true\nweight: 9\n---\nText\n",
      "README.md": "", "themes/x/exampleSite/hugo.toml": "", "archetypes/default.md": "",
      "themes/x/exampleSite/content/z.md": "",
    ])
    #expect(course.layout == .hugo)
    #expect(
      lessons(course) == [
        "content/b/y.md", "content/b/x.md", "content/b/none.md", "content/a/_index.md",
        "content/a/page/index.md", "content/a/draft.md",
      ])
    #expect(others(course) == ["index content/_index.md", "learner content/b/_index.md"])
    #expect(course.lessons.last?.isListed == false)
    #expect(course.metadata.title == "Prices")
    #expect(course.metadata.effectiveLanguage == "es")
    #expect(course.metadata.authors.map(\.name) == ["A. Ríos"])
  }

  @Test func mdBook() throws {
    let course = try course([
      "book.toml": """
      [book]
      title = "Prices"
      authors = ["Ana Novak",
        "Luis Ríos"]
      language = "en"
      [output.html]
      title = "no"
      """,
      "src/SUMMARY.md": """
      # Summary

      [Introduction](README.md)

      - [B](b.md)
        - [Inner](sub/inner.md)
      - [Draft]()
      - [A thing](./a%20thing.md)
      """,
      "src/README.md": "", "src/b.md": "", "src/sub/inner.md": "", "src/a thing.md": "",
      "src/part.md": "", "notes.md": "",
    ])
    #expect(course.layout == .mdbook)
    #expect(lessons(course) == ["src/b.md", "src/sub/inner.md", "src/a thing.md"])
    #expect(others(course) == ["index src/README.md"])
    #expect(course.metadata.authors.map(\.name) == ["Ana Novak", "Luis Ríos"])
    #expect(course.metadata.title == "Prices")
    #expect(course.list?.path.string == "src/SUMMARY.md")
  }

  @Test func theManifestsListWins() throws {
    let course = try course([
      "course.yml": "id: a/b\nlessons: [b.qmd, a.qmd]\n", "index.qmd": "", "a.qmd": "",
      "_quarto.yml": "website: {navbar: {left: [a.qmd, b.qmd]}}\n", "b.qmd": "", "c.qmd": "",
    ])
    #expect(lessons(course) == ["b.qmd", "a.qmd"])
    #expect(course.listed.first?.field.path.string == "course.yml")
    #expect(others(course) == ["index index.qmd", "learner c.qmd"])
  }

  @Test func theOutermostSiteIsTheCourse() {
    func found(_ files: String...) -> [String] {
      let tree = MemoryTree(Dictionary(uniqueKeysWithValues: files.map { ($0, "") }))
      return CourseDiscovery.courses(in: tree.entries).map { "\($0.layout) \($0.folder)" }
    }
    #expect(found("_quarto.yml", "a.qmd", "sub/_quarto.yml", "sub/b.qmd") == ["quarto "])
    #expect(
      found("x/_quarto.yml", "x/a.qmd", "y/book.toml", "y/src/SUMMARY.md", "y/src/a.md")
        == ["quarto x", "mdbook y"])
    // A web site around courses is none itself.
    #expect(
      found("_quarto.yml", "a.qmd", "c/course.yml", "c/a.md", "d/_quarto.yml", "d/b.qmd")
        == ["plain c", "quarto d"])
    #expect(found("book.toml", "a.md") == ["plain "])
    #expect(found("conf.py", "a.md") == ["plain "])
    #expect(found("vendor/x/_quarto.yml", "vendor/x/a.md", "b.md") == ["plain "])
  }

  /// What a configuration holds may be anything; a reader may find nothing, but must end.
  @Test(arguments: [
    "", "\"", "[", "[[", "a = [", "a = [[[[", "a = {", "a = \"\"\"", "= 1", "[a.b.c]\nx = 1\n[a]",
    "a = [1, [2, 3], x, \"y\"]", "a = { b = \"}\" }\nc = 1", "\u{FEFF}a = 1", "a = '", "a\\",
  ]) func oddConfigurations(_ text: String) throws {
    let course = try course(["hugo.toml": text, "content/a.md": "+++\n" + text + "\n+++\n"])
    #expect(course.layout == .hugo)
    #expect(course.lessons.count == 1)
  }
}

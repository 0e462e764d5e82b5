import CourseBundle
import CourseModel
import SourceCore
import StructuredData
import Testing

@Suite struct SiteListingTests {
  private static let files = [
    "course.yml": """
    schema: course/1
    id: nso-north/prices
    version: 1.2.0
    title: Prices
    description: How prices are measured.
    license: CC-BY-4.0
    authors: [{name: Ada, orcid: 0000-0002-1825-0097}]
    lessons:
      - {id: what, path: episodes/01-what.md}
      - {id: how, path: episodes/02-how.md}

    """,
    "config.yaml": "title: Prices\n",
    "index.md": "Welcome. See [the licence](LICENSE.html).\n",
    "episodes/01-what.md": """
    ---
    title: What
    teaching: 70
    exercises: 5
    ---
    ![A basket](fig/basket.svg) [data](data/prices.csv) [next](02-how.md#weights)
    """,
    "episodes/02-how.md": "---\ntitle: How\n---\n\n## Weights\n\nText.\n",
    "episodes/03-draft.md": "A draft.\n",
    "episodes/fig/basket.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "episodes/fig/unused.png": "unused",
    "episodes/data/prices.csv": "year,index\n",
    "learners/setup.md": "---\ntitle: Setup\n---\nInstall.\n",
    "instructors/notes.md": "Not for learners.\n",
    "profiles/p.md": "---\ntitle: Profiles\n---\nAn analyst.\n",
    "LICENSE.md": "---\ntitle: Licence\n---\nCC BY 4.0.\n",
    "README.md": "Not part of the course.\n",
  ]

  @Test func onlyWhatLearnersNeedIsInTheBundle() async {
    let site = await SampleSite(Self.files, mark: SampleSite.release)
    #expect(site.diagnostics.isEmpty)
    #expect(
      site.paths == [
        "CITATION.cff", "academy-manifest.json", "all.html", "assets/course.js",
        "assets/search-index.js", "assets/search.js", "assets/style.css",
        "files/episodes/data/prices.csv", "files/episodes/fig/basket.svg", "index.html",
        "learners/setup.html", "lessons/how.html", "lessons/what.html", "pages/license.html",
        "profiles/p.html", "ro-crate-metadata.json", "search.html",
      ])
    #expect(site.text("files/episodes/data/prices.csv") == "year,index\n")
  }

  @Test func theManifestListsEveryOtherFileWithItsSource() async throws {
    let site = await SampleSite(Self.files, mark: SampleSite.release)
    let bytes = try #require(site.plan.file(at: "academy-manifest.json")).bytes
    #expect(bytes == site.plan.manifest.json)
    let root = try #require(JSONParser.parse(bytes, range: 0..<bytes.count).root)
    #expect(root["schema"]?.stringValue == "academy-bundle/1")
    #expect(root["course"]?.stringValue == "nso-north/prices")
    #expect(root["version"]?.stringValue == "1.2.0")
    #expect(root["origin"]?.stringValue == "release")
    #expect(root["commit"]?.stringValue == String(repeating: "a1", count: 20))
    let listed = try #require(root["files"]?.array)
    #expect(
      listed.compactMap { $0["path"]?.stringValue }
        == site.paths.filter { $0 != "academy-manifest.json" })
    let basket = try #require(listed.first { $0["path"]?.stringValue?.hasSuffix(".svg") == true })
    #expect(basket["source_path"]?.stringValue == "episodes/fig/basket.svg")
    #expect(basket["source"]?.stringValue?.utf8.count == 40)
    #expect(basket["bytes"]?.intValue == 41)
    #expect(basket["sha256"]?.stringValue?.utf8.count == 64)
  }

  @Test func twoPlansHaveTheSameBytes() async {
    let one = await SampleSite(Self.files, mark: SampleSite.release).plan
    let two = await SampleSite(Self.files, mark: SampleSite.release).plan
    #expect(one.files == two.files)
  }

  @Test func everyLinkLeadsToSomethingInTheBundle() async {
    let site = await SampleSite(Self.files, mark: SampleSite.release)
    for path in site.paths where path.hasSuffix(".html") {
      let folder = RepoPath(path)!.parent
      for link in PageProbe(site.text(path)).links where !link.contains(":") {
        let parts = link.split(separator: "#", omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : folder.resolving(parts[0])?.string ?? "?"
        #expect(site.paths.contains(target), "\(path): \(link)")
        if parts.count > 1 {
          #expect(site.text(target).contains("id=\"\(parts[1])\""), "\(path): \(link)")
        }
      }
    }
  }

  @Test func theIndexSaysWhatTheCourseIs() async {
    let index = await SampleSite(Self.files, mark: SampleSite.release).text("index.html")
    for text in [
      "<h1>Prices</h1>", "How prices are measured.", "<li>2 lessons</li>",
      "<li>1\u{A0}h 15\u{A0}min</li>", "<li>Version 1.2.0</li>",
      "href=\"https://creativecommons.org/licenses/by/4.0/\"",
      "href=\"https://orcid.org/0000-0002-1825-0097\"", "href=\"pages/license.html\"",
      "href=\"lessons/what.html\"", "a1a1a1a",
    ] { #expect(index.contains(text), "\(text)") }
  }

  @Test func aWorkTreeIsMarkedOnEveryPage() async {
    let site = await SampleSite(Self.files)
    for path in site.paths where path.hasSuffix(".html") {
      #expect(site.text(path).contains("Work tree, not a release"))
    }
    #expect(site.plan.manifest.mark == .worktree)
    #expect(site.plan.name.edition == "worktree")
  }

  @Test func previousAndNextFollowTheOrder() async {
    let site = await SampleSite(Self.files)
    #expect(site.text("lessons/what.html").contains("rel=\"next\" href=\"how.html\""))
    #expect(!site.text("lessons/what.html").contains("rel=\"prev\""))
    #expect(site.text("lessons/how.html").contains("rel=\"prev\" href=\"what.html\""))
    #expect(
      site.text("lessons/how.html").contains("<a href=\"how.html\" aria-current=\"page\""))
  }

  @Test func aReusedLessonIsCredited() async {
    let credit = ReuseCredit(
      course: "office-a/git", version: "1.3.0", title: "Git & more", author: "Office A",
      license: "CC-BY-SA-4.0", kind: .adapted, sourceURL: "javascript:alert(1)",
      changes: "Other <examples>.")
    let path = RepoPath("episodes/02-how.md")!
    let site = await SampleSite(Self.files, credits: [path: credit])
    let page = site.text("lessons/how.html")
    #expect(page.contains("This lesson is adapted from <cite>Git &amp; more</cite> 1.3.0"))
    #expect(
      page.contains(", by Office A, <a href=\"https://creativecommons.org/licenses/by-sa/4.0/\""))
    #expect(page.contains("Other &lt;examples&gt;."))
    #expect(page.contains("javascript:alert(1)") && !page.contains("href=\"javascript"))
    #expect(!site.text("lessons/what.html").contains("adapted from"))
  }

  @Test func aDeclaredReuseIsCreditedWithoutItsRelease() async {
    var files = Self.files
    files["course.yml"]! += """
      reuses:
        - course: office-a/git
          as: translated
          lessons: {basics: how}

      """
    let page = await SampleSite(files).text("lessons/how.html")
    #expect(page.contains("This lesson is a translation from <cite>office-a/git</cite>."))
  }

  @Test func theFirstDeclarationOfALessonIsCredited() async {
    var files = Self.files
    files["course.yml"]! += """
      reuses:
        - course: office-b/other
          as: adapted
          lessons: [what]
        - course: office-a/git
          as: translated
          lessons: {basics: how}
        - course: office-c/late
          as: adapted
          lessons: {basics: how, more: what}

      """
    let site = await SampleSite(files)
    #expect(site.text("lessons/how.html").contains("<cite>office-a/git</cite>"))
    #expect(site.text("lessons/what.html").contains("<cite>office-b/other</cite>"))
  }
}

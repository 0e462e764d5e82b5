import CourseBundle
import CourseModel
import SourceCore
import TestSupport
import Testing

@Suite struct EditionTests {
  private static let files = [
    "course.yml": """
    schema: course/1
    id: nso/one
    version: 1.0.0
    title: One
    paths:
      - {id: short, title: The short way, lessons: [b, a]}
    lessons:
      - {id: a, path: episodes/01-a.md}
      - {id: b, path: episodes/02-b.md}
      - {id: c, path: episodes/03-c.md}

    """,
    "episodes/01-a.md":
      "---\ntitle: A\n---\n[b](02-b.md) [c](03-c.md)\n\n::: instructor\nSay it. ![x](fig/x.png)\n:::\n",
    "episodes/02-b.md": "---\ntitle: B\n---\nText.\n",
    "episodes/03-c.md": "---\ntitle: C\n---\nText.\n",
    "episodes/fig/x.png": "picture",
    "instructors/notes.md": "---\ntitle: Notes\n---\nFor you.\n",
  ]

  private func plan(
    _ format: BundleFormat = .site, edition: BundleEdition = .learner, path: String? = nil,
    brand: Brand? = nil, address: String? = nil
  ) async -> BundlePlan {
    await builder(edition: edition, path: path, brand: brand, address: address).plan(format)
  }

  private func builder(
    of files: [String: String] = files, edition: BundleEdition = .learner, path: String? = nil,
    brand: Brand? = nil,
    address: String? = nil
  ) async -> BundleBuilder {
    let tree = MemoryTree(files, origin: .worktree)
    let found = CourseDiscovery.courses(in: tree.entries)
    let course = CourseReader(limit: 100_000).read(found[0], among: found, in: tree)
    return await BundleBuilder(
      BundleRequest(
        course: course, mark: SampleSite.release, edition: edition,
        path: LearningPath.all(of: course).first { $0.id == path }, brand: brand,
        siteAddress: address), in: tree)
  }

  private func text(_ plan: BundlePlan, _ path: String) -> String {
    String(decoding: plan.file(at: path)?.bytes ?? [], as: UTF8.self)
  }

  @Test(arguments: [BundleEdition.learner, .instructor])
  func nothingLeadsToAHeadingThatIsNotShown(_ edition: BundleEdition) async {
    var files = Self.files
    files["config.yaml"] = "title: One\n"
    files["episodes/01-a.md"] =
      "---\ntitle: A\n---\n[Secret] and [this](#secret).\n\n::: instructor\n\n## Secret\n\n:::\n"
    files["episodes/02-b.md"]! += "\nSee [that](01-a.md#secret).\n"
    let plan = await builder(of: files, edition: edition).plan(.site)
    let shown = edition == .instructor
    #expect(text(plan, "lessons/a.html").contains("href=\"#secret\"") == shown)
    #expect(text(plan, "lessons/a.html").contains("[Secret]") == false)
    #expect(text(plan, "lessons/b.html").contains("href=\"a.html#secret\"") == shown)
    #expect(text(plan, "lessons/b.html").contains(">that</a>"))
  }

  @Test func aPathHoldsItsLessonsInItsOrder() async {
    let plan = await plan(path: "short")
    #expect(plan.name.file(.site) == "one-1.2.0-short-site")
    #expect(plan.file(at: "lessons/c.html") == nil)
    let index = text(plan, "index.html")
    #expect(index.contains("<h1>One: The short way</h1>"))
    #expect(text(plan, "lessons/b.html").contains("Lesson 1 of 2"))
    #expect(text(plan, "lessons/b.html").contains("rel=\"next\" href=\"a.html\""))
    // What is not on the way is no link.
    #expect(text(plan, "lessons/a.html").contains("<a href=\"b.html\">b</a> c"))
    #expect(plan.manifest.path == "short")
  }

  @Test func aPathIsAPackageOfItsOwn() async {
    #expect(text(await plan(.scorm12), "imsmanifest.xml").contains("academy.sco.nso_2fone\""))
    #expect(
      text(await plan(.scorm12, path: "short"), "imsmanifest.xml")
        .contains("academy.sco.nso_2fone_2fshort\""))
  }

  @Test func aLessonCanBeAPackageOfItsOwn() async throws {
    let plans = await builder().lessonPlans(.scorm12)
    #expect(
      plans.map { $0.name.file(.scorm12) }
        == ["a", "b", "c"].map { "one-1.2.0-lesson-\($0)-scorm12" })
    #expect(text(plans[0], "launch.html").contains("src=\"lessons/a.html\""))
    #expect(text(plans[0], "lessons/a.html").contains("<p>b c</p>"))
    #expect(plans[0].file(at: "lessons/b.html") == nil)
    let identifiers = plans.map { text($0, "imsmanifest.xml").contains("nso_2fone_2flesson_2f") }
    #expect(identifiers == [true, true, true])
    for plan in plans {
      let archive = try ZipWriter.archive(plan.files, time: plan.mark.time)
      #expect(BundleVerifier().check(archive).faults.isEmpty)
    }
  }

  @Test func instructorsHaveTheirNotes() async {
    let learners = await plan()
    #expect(!text(learners, "lessons/a.html").contains("Say it."))
    #expect(learners.file(at: "instructors/notes.html") == nil)
    let instructors = await plan(edition: .instructor)
    #expect(instructors.name.file(.site) == "one-1.2.0-instructor-site")
    #expect(text(instructors, "lessons/a.html").contains(">Instructor notes</p>"))
    #expect(text(instructors, "lessons/a.html").contains("Say it."))
    #expect(instructors.file(at: "files/episodes/fig/x.png") != nil)
    #expect(text(instructors, "instructors/notes.html").contains("For you."))
  }

  @Test func variantsVerifyToo() async throws {
    for (edition, path) in [(BundleEdition.instructor, nil), (.learner, "short")] {
      let plan = await plan(.epub, edition: edition, path: path)
      let archive = try ZipWriter.archive(plan.files, time: plan.mark.time)
      #expect(BundleVerifier().check(archive).faults.isEmpty)
    }
  }

  @Test func aBrandShowsNameLogoAndColours() async {
    let logo = BundleFile(path: "assets/logo.png", bytes: [1, 2, 3])
    let brand = Brand(
      name: "Office", logo: logo, colour: Brand.Colour("#FC0"), accent: Brand.Colour("#8a1538"))
    #expect(brand.problem == nil)
    let plan = await plan(brand: brand)
    #expect(text(plan, "lessons/a.html").contains("src=\"../assets/logo.png\" alt=\"Office\""))
    #expect(plan.file(at: "assets/logo.png")?.bytes == [1, 2, 3])
    let package = await self.plan(.scorm12, brand: brand)
    #expect(text(package, "launch.html").contains("src=\"assets/logo.png\" alt=\"Office\""))
    #expect(text(package, "imsmanifest.xml").contains("href=\"assets/logo.png\""))
    let style = text(plan, "assets/style.css")
    // On a light colour the text is dark.
    #expect(style.contains("--band: #ffcc00; --on-band: #12171d;"))
    #expect(style.contains("--link: #8a1538;"))
  }

  @Test func contrastIsThatOfWCAG() throws {
    let white = try #require(Brand.Colour("#ffffff"))
    for (hex, contrast) in [
      ("#000000", 21.0), ("#777777", 4.48), ("#767676", 4.54), ("#ff0000", 4.0),
      ("#ffffff", 1.0),
    ] {
      let found = try #require(Brand.Colour(hex)).contrast(with: white)
      #expect(abs(found - contrast) < 0.01, "\(hex): \(found)")
    }
    #expect(Brand.Colour("red") == nil && Brand.Colour("#12345") == nil)
    #expect(
      Brand(name: nil, logo: nil, colour: nil, accent: Brand.Colour("#3c8dd0")).problem != nil)
    let script = BundleFile(path: "assets/logo.svg", bytes: Array("<svg onload='x'/>".utf8))
    #expect(Brand(name: nil, logo: script, colour: nil, accent: nil).problem != nil)
  }

  @Test func aSitemapNeedsAnAddress() async {
    #expect(await plan().file(at: "sitemap.xml") == nil)
    let map = text(await plan(address: "https://example.org/c/"), "sitemap.xml")
    #expect(XMLProbe(map) != nil)
    #expect(map.contains("<loc>https://example.org/c/nso/one/site/lessons/a.html</loc>"))
    #expect(map.contains("<loc>https://example.org/c/nso/one/site/</loc>"))
  }
}

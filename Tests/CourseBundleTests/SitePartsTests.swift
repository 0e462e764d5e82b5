import CourseBundle
import SourceCore
import StructuredData
import Testing

@Suite struct SitePartsTests {
  private let site: SampleSite

  init() async { site = await SampleSite(QuizCourse.files, mark: SampleSite.release) }

  private func json(_ text: some StringProtocol) throws -> DataNode {
    let bytes = Array(text.utf8)
    return try #require(JSONParser.parse(bytes, range: 0..<bytes.count).root)
  }

  @Test func theSearchIndexHoldsEachSectionWithItsAnchor() throws {
    let script = site.text("assets/search-index.js")
    let start = try #require(script.firstIndex(of: "["))
    let index = try json(script[start...].dropLast(2))
    let lesson = try #require(
      index.array?.first { $0.array?.first?.string == "lessons/what.html" }?.array)
    #expect(lesson[1].string == "What")
    let sections = (lesson[2].array ?? []).compactMap { section in
      section.array?.compactMap(\.string)
    }
    #expect(sections.map { $0[0] } == ["", "which-month"])
    #expect(sections[1][1] == "Which month?")
    #expect(sections[1][2].contains("In the same month In the month after Never"))
  }

  @Test func theWholeHasUniqueIDsAndFollowsLinks() {
    let whole = PageProbe(site.text("all.html"))
    #expect(whole.isBalanced && whole.dangers.isEmpty, "\(whole.dangers)")
    let ids = whole.tags.flatMap { $0.attributes.filter { $0.name == "id" }.map(\.value) }
    #expect(Set(ids).count == ids.count)
    for link in whole.links where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
    #expect(site.text("all.html").contains("src=\"files/episodes/fig/basket.svg\""))
  }

  @Test func pagesDescribeThemselvesToMachines() throws {
    func data(_ path: String) throws -> DataNode {
      let text = site.text(path)
      let start = try #require(text.firstRange(of: "application/ld+json\">")).upperBound
      let end = try #require(text[start...].firstRange(of: "</script>")).lowerBound
      return try json(text[start..<end])
    }
    let course = try data("index.html")
    #expect(course["@context"]?.string == "https://schema.org")
    #expect(course["identifier"]?.string == "nso-north/prices")
    #expect(course["version"]?.string == "1.2.0")
    #expect(
      course["hasPart"]?.array?.compactMap { $0["url"]?.string }
        == ["lessons/what.html", "lessons/how.html"])
    let lesson = try data("lessons/how.html")
    #expect(lesson["@type"]?.string == "LearningResource")
    #expect(lesson["position"]?.intValue == 2)
    #expect(lesson["isPartOf"]?["url"]?.string == "../index.html")
  }

  @Test func theCitationNamesVersionDateAndCommit() {
    let citation = site.text("CITATION.cff")
    for line in [
      "cff-version: 1.2.0", "title: \"Prices & indices\"", "version: \"1.2.0\"",
      "date-released: \"2023-11-14\"", "license: \"CC-BY-4.0\"",
    ] { #expect(citation.contains(line + "\n"), "\(line)") }
  }

  @Test func aLongCourseIsNotListedOnEveryPage() async {
    var files: [String: String] = [:]
    for number in 100..<200 { files["docs/\(number)-l\(number).md"] = "# Lesson \(number)\n" }
    let site = await SampleSite(files)
    let page = site.text("lessons/l150.html")
    let listed = PageProbe(page).links.filter { $0.hasPrefix("l1") }
    #expect(listed.count < 30, "\(listed.count)")
    #expect(page.contains("counter-reset: lesson 38"))
    #expect(page.contains("href=\"../index.html#academy-lessons\""))
  }
}

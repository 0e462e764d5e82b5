import CourseBundle
import SourceCore
import Testing

@Suite struct CartridgeTests {
  @Test(arguments: [BundleFormat.imscc11, .imscc13])
  func everyFileBelongsToAResourceAndEveryPageToAModule(_ format: BundleFormat) async throws {
    let cartridge = await QuizCourse.package(format)
    let manifest = try #require(XMLProbe(cartridge.text("imsmanifest.xml")))
    let files = manifest.all("file").compactMap { $0.attributes["href"] }
    #expect(files.sorted() == cartridge.paths.filter { $0 != "imsmanifest.xml" })
    #expect(manifest.text("schemaversion") == (format == .imscc11 ? "1.1.0" : "1.3.0"))
    for resource in manifest.all("resource") {
      let isPage = resource.attributes["type"] == "webcontent"
      #expect((resource.attributes["href"] != nil) == isPage)
    }
    let items = manifest.all("item")
    #expect(Set(items.compactMap { $0.attributes["identifier"] }).count == items.count)
    let resources = Set(manifest.all("resource").compactMap { $0.attributes["identifier"] })
    for item in items {
      if let reference = item.attributes["identifierref"] {
        #expect(resources.contains(reference))
        // The root item has no title, and pages stand in modules below it.
        #expect(item.path.filter { $0 == "item" }.count == 2)
      }
    }
  }

  @Test func versionsDifferInWhereFilesAre() async {
    let old = await QuizCourse.package(.imscc11)
    let new = await QuizCourse.package(.imscc13)
    #expect(old.text("lessons/what.html").contains("src=\"../files/episodes/fig/basket.svg\""))
    #expect(
      new.text("lessons/what.html")
        .contains("src=\"$IMS-CC-FILEBASE$/files/episodes/fig/basket.svg\""))
    #expect(new.paths.contains("web_resources/files/episodes/fig/basket.svg"))
  }

  @Test func aPageDoesNotGiveItsQuizAway() async {
    let page = await QuizCourse.package(.imscc11).text("lessons/what.html")
    #expect(page.contains("This question is part of the lesson’s quiz."))
    #expect(!page.contains("In the month after") && !page.contains("Prices of a month"))
    // A challenge that asks nothing keeps its solution.
    #expect(page.contains("Any."))
  }

  @Test func quizzesBecomeQuestionsWithTheirKey() async throws {
    let quiz = try #require(XMLProbe(await QuizCourse.package(.imscc11).text("quizzes/what.xml")))
    #expect(
      quiz.all("fieldentry").map(\.text) == [
        "cc.exam.v0p1", "Examination", "Percentage", "cc.multiple_choice.v0p1",
        "cc.multiple_response.v0p1",
      ])
    let keys = quiz.all("varequal")
    #expect(keys.map(\.text) == ["b", "a", "b", "c"])
    #expect(keys.map { $0.path.contains("not") } == [false, false, true, false])
    #expect(keys.map { $0.attributes["case"] } == [nil, "Yes", "Yes", "Yes"])
    #expect(
      quiz.all("response_lid").map { $0.attributes["rcardinality"] } == ["Single", "Multiple"])
    #expect(quiz.all("setvar").map(\.text) == ["100", "100"])
    #expect(quiz.all("displayfeedback").count == 1)
    #expect(quiz.all("mattext")[0].text.contains("When is the index published?"))
    #expect(!quiz.all("mattext")[0].text.contains("month after"))
  }

  @Test func linksThatLeadOutAreListedOnce() async throws {
    let cartridge = await QuizCourse.package(.imscc13)
    let links = cartridge.paths.filter { $0.hasPrefix("links/") }
    #expect(links.count == 1)
    let link = try #require(XMLProbe(cartridge.text(links[0])))
    #expect(link.text("title") == "the office")
    #expect(link.all("url").first?.attributes["href"] == "https://example.org/")
  }
}

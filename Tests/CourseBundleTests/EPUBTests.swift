import CourseBundle
import SourceCore
import Testing

@Suite struct EPUBTests {
  private let book: SampleSite

  init() async { book = await QuizCourse.package(.epub) }

  @Test func everyPageIsWellFormed() {
    for path in book.paths where path.hasSuffix(".xhtml") || path.hasSuffix(".opf") {
      #expect(XMLProbe(book.text(path)) != nil, "\(path)")
    }
  }

  @Test func theArchiveBeginsWithItsType() throws {
    let archive = try ZipWriter.archive(book.plan.files, time: 0)
    #expect(
      String(decoding: archive[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
    let entries = try #require(ZipProbe(archive)).entries
    #expect(entries[0].name == "mimetype" && entries[0].method == 0 && entries[0].extra == 0)
    #expect(entries.dropFirst().map(\.name) == entries.dropFirst().map(\.name).sorted())
  }

  @Test func thePackageListsEveryFileOnceAndSaysWhatItIs() throws {
    let package = try #require(XMLProbe(book.text("package.opf")))
    let listed = package.all("item").compactMap { $0.attributes["href"] }
    let own = ["META-INF/container.xml", "mimetype", "package.opf"]
    #expect(listed.sorted() == book.paths.filter { !own.contains($0) }.sorted())
    #expect(package.all("item").filter { $0.attributes["properties"] == "nav" }.count == 1)
    let properties = package.all("meta").compactMap { $0.attributes["property"] }
    #expect(properties.filter { $0 == "dcterms:modified" }.count == 1)
    for name in [
      "schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityFeature",
      "schema:accessibilityHazard", "schema:accessibilitySummary", "dcterms:conformsTo",
    ] { #expect(properties.contains(name)) }
    #expect(package.text("dc:rights")?.contains("CC BY 4.0") == true)
    #expect(package.text("dc:title") == "Prices &amp; indices")
    let modified = package.all("meta").first { $0.attributes["property"] == "dcterms:modified" }
    #expect(modified?.text == "2023-11-14T22:13:21Z")
  }

  @Test func theIdentifierComesOfCourseAndVersionOnly() async throws {
    func identifier(_ files: [String: String], _ mark: BundleMark = SampleSite.release) async
      -> String?
    {
      let book = await SampleSite(files, mark: mark, format: .epub)
      return XMLProbe(book.text("package.opf"))?.text("dc:identifier")
    }
    let first = try #require(await identifier(QuizCourse.files))
    #expect(first.hasPrefix("urn:uuid:") && first.utf8.count == 45)
    var other = QuizCourse.files
    other["episodes/02-how.md"]! += "\nMore.\n"
    #expect(await identifier(other) == first)
    #expect(await identifier(other, .worktree) != first)
  }

  @Test func questionsStandAboveTheirSolution() {
    let page = book.text("lessons/what.xhtml")
    #expect(!page.contains("<details") && !page.contains("<input") && !page.contains("<script"))
    #expect(page.contains("<ol class=\"options\" type=\"A\">\n<li>In the same <em>month</em></li>"))
    #expect(page.contains("☑ In the month after"))
    #expect(page.contains("href=\"how.xhtml#weights\""))
    // Reading systems open nothing but pages.
    #expect(!page.contains("prices.csv"))
    #expect(
      book.text("lessons/how.xhtml").contains("A<br/>b")
        || book.text("lessons/how.xhtml").contains("<hr/>"))
  }
}

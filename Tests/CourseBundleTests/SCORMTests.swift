import CourseBundle
import SourceCore
import Testing

@Suite struct SCORMTests {
  private let package: SampleSite

  init() async { package = await QuizCourse.package(.scorm12) }

  @Test func theManifestListsEveryFileOnceAndLaunchesTheFirstResource() throws {
    let manifest = try #require(XMLProbe(package.text("imsmanifest.xml")))
    #expect(manifest.text("schema") == "ADL SCORM" && manifest.text("schemaversion") == "1.2")
    let files = manifest.all("file").compactMap { $0.attributes["href"] }
    #expect(files.sorted() == package.paths.filter { $0 != "imsmanifest.xml" })
    let resource = try #require(manifest.all("resource").first)
    #expect(resource.attributes["href"] == "launch.html")
    #expect(resource.attributes["adlcp:scormtype"] == "sco")
    #expect(manifest.text("adlcp:masteryscore") == "60")
    #expect(!package.text("imsmanifest.xml").contains("schemaLocation"))
  }

  @Test func identifiersStayWhenTheCourseChanges() async throws {
    func identifiers(_ files: [String: String], _ mark: BundleMark) async throws -> [String] {
      let text = await SampleSite(files, mark: mark, format: .scorm12).text("imsmanifest.xml")
      return try #require(XMLProbe(text)).elements.compactMap { $0.attributes["identifier"] }
    }
    let first = try await identifiers(QuizCourse.files, SampleSite.release)
    #expect(Set(first).count == first.count)
    #expect(first.allSatisfy { $0.hasPrefix("academy.") })
    var other = QuizCourse.files
    other["course.yml"]!.replace("version: 1.2.0", with: "version: 2.0.0")
    other["episodes/01-what.md"]! += "\nMore.\n"
    #expect(try await identifiers(other, .worktree) == first)
  }

  @Test func aCourseThatAsksNothingHasNoScoreToReach() async {
    var files = QuizCourse.files
    files["episodes/01-what.md"] = "Text.\n"
    let package = await SampleSite(files, format: .scorm12)
    #expect(!package.text("imsmanifest.xml").contains("masteryscore"))
    #expect(!package.text("launch.html").contains("data-pass"))
  }

  @Test func theShellKnowsLessonsAndQuestions() {
    let shell = package.text("launch.html")
    #expect(shell.contains("data-pass=\"60\""))
    #expect(
      shell.contains(
        "<a href=\"lessons/what.html\" target=\"academy-lesson\" data-lesson=\"what\" data-questions=\"which-month "
      ))
    #expect(package.text("lessons/what.html").contains("data-lesson=\"what\""))
    for path in package.paths where path.hasSuffix(".html") {
      #expect(PageProbe(package.text(path)).isBalanced, "\(path)")
    }
  }
}

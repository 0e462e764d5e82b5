import SourceCore
import StructuredData
import TestSupport
import Testing

/// What real courses share: the truth was determined by hand, see docs/audits.
///
/// `ACADEMY_CORPUS` names a folder with clones of them; without it the tests are skipped.
@Suite(.enabled(if: SharedData.corpus != nil, "ACADEMY_CORPUS names no folder of clones"))
struct SuggestCorpusTests {
  private static let courses = [
    "ModernStats_Git", "ModernStats_Python", "ModernStats_Python_CH", "ModernStats_R", "OSS",
    "git-intro",
  ]

  /// Copies in ModernStats_Python_CH, and their originals in ModernStats_Python.
  private static let shared = [
    "episodes/01-introduction.md": "episodes/01-introduction.md",
    "episodes/02-python_fundamentals.md": "episodes/02-python_fundamentals.md",
    "episodes/03-lists_dictionaries.md": "episodes/04-lists.md",
    "episodes/06-loops.md": "episodes/05-loops.md",
    "episodes/08-functions.md": "episodes/07-functions.md",
    "episodes/09-errors_exceptions.md": "episodes/10-errors_exceptions.md",
  ]

  @Test(arguments: [[], ["--least", "0.3"], ["--least", "0.8"]])
  func exactlyTheSharedLessonsAreFound(_ options: [String]) throws {
    let corpus = try #require(SharedData.corpus)
    let folder = try TemporaryFolder()
    let members = Self.courses.map { "{\"repository\": \"\(corpus)/\($0)\"}" }
    try Files.write(
      "\(folder.path)/pipeline.json",
      Array(
        "{\"schema\": \"pipeline/1\", \"courses\": [\(members.joined(separator: ", "))]}".utf8))
    let runner = try #require(ToolRunner(), "the tool was not built with the tests")
    let outcome = try runner.run(
      ["reuse", "suggest", "--format", "json"] + options, in: folder.path)
    #expect(outcome.status == 0, "\(outcome)")
    let bytes = Array(outcome.output.utf8)
    let root = try #require(JSONParser.parse(bytes, range: 0..<bytes.count).root)
    var found: [String: String] = [:]
    for suggestion in try #require(root["suggestions"]?.array) {
      let (copy, original) = (suggestion["copy"], suggestion["original"])
      #expect(copy?["repository"]?.string?.hasSuffix("/ModernStats_Python_CH") == true)
      #expect(original?["repository"]?.string?.hasSuffix("/ModernStats_Python") == true)
      #expect(suggestion["as"]?.string == "verbatim")
      found[copy?["path"]?.string ?? ""] = original?["path"]?.string
    }
    #expect(found == Self.shared)
    #expect(root["suggestions"]?.array?.count == Self.shared.count)
  }
}

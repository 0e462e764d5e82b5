import SourceCore
import TestSupport
import Testing

/// `academy reuse suggest`: what it says is in golden files.
@Suite struct ReuseSuggestTests {
  private static let start: Int64 = 1_709_294_400

  /// A course's manifest.
  private func manifest(_ id: String, _ more: String = "") -> String {
    "schema: course/1\nid: \(id)\nversion: 1.0.0\nreleases: declared\n" + more
  }

  private func pipeline(_ courses: String..., sources: String = "[]") -> String {
    "{\"schema\": \"pipeline/1\", \"courses\": ["
      + courses.map { "\"\($0)\"" }.joined(separator: ", ") + "], \"sources\": \(sources)}\n"
  }

  private func lesson(_ title: String, _ body: String) -> String {
    "---\ntitle: \(title)\nteaching: 10\nexercises: 5\n---\n\n\(body)\n"
  }

  /// Three sections of 60 words.
  private func body(_ seed: UInt64) -> String {
    var prose = GeneratedProse(seed: seed)
    return ["Collecting", "Checking", "Publishing"].map { "## \($0)\n\n\(prose.words(60))" }
      .joined(separator: "\n\n")
  }

  /// Office A's prices with two lessons, and a course of Office B that came a year later.
  private func academy(
    _ files: [String: String], first: [String: String] = [:], pipeline text: String? = nil
  ) throws -> FixtureRepository {
    let repository = try FixtureRepository()
    var start = [
      "pipeline.json": text ?? pipeline("a", "b"),
      "a/course.yml": manifest("office-a/prices"),
      "a/episodes/01-baskets.md": lesson("Baskets", body(1)),
      "a/episodes/02-weights.md": lesson("Weights", body(2)),
    ]
    start.merge(first) { $1 }
    for (path, text) in start where text.isEmpty { start[path] = nil }
    try repository.commit(start, time: Self.start)
    try repository.commit(files, time: Self.start + 31_536_000)
    return repository
  }

  private func golden(
    _ repository: FixtureRepository, _ name: String, _ arguments: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let runner = try #require(ToolRunner(), "the tool was not built with the tests")
    let outcome = try runner.run(["reuse", "suggest"] + arguments, in: repository.path)
    let said =
      "status \(outcome.status)\n--- output\n\(outcome.output)--- errors\n\(outcome.errors)"
      .replacing(repository.path, with: "REPOSITORY")
    try GoldenOutput.check(said, "suggest/\(name)", sourceLocation: sourceLocation)
  }

  private func adapted(_ seed: UInt64) -> String {
    var prose = GeneratedProse(seed: seed &+ 100)
    let parts = body(seed).components(separatedBySections: "## ")
    return "## \(parts[2])\n\n## \(parts[0])\n\n## Here\n\n\(prose.words(50))"
  }

  // MARK: - What it is

  @Test func aCopyUnderAnotherName() throws {
    try golden(
      academy([
        "b/course.yml": manifest("office-b/workshop"),
        "b/episodes/04-baskets-here.md": lesson("Our baskets", body(1)),
      ]), "verbatim")
  }

  @Test func aCopyThatWasCutReorderedAndAddedTo() throws {
    try golden(
      academy([
        "b/course.yml": manifest("office-b/workshop"),
        "b/episodes/01-weights.md": lesson("Weights", adapted(2)),
      ]), "adapted")
  }

  @Test func equalWordsWithOtherDetails() throws {
    try golden(
      academy([
        "b/course.yml": manifest("office-b/workshop"),
        "b/episodes/01-baskets.md": lesson(
          "Baskets", body(1).replacing("## Checking", with: "### Checking")),
      ]), "details")
  }

  @Test func sharedCodeInAnotherLanguageIsATranslation() throws {
    var prose = GeneratedProse(seed: 40)
    let code = "```r\n\(prose.words(120))\n```"
    try golden(
      academy(
        [
          "b/course.yml": manifest("office-b/cours", "language: fr\n"),
          "b/episodes/01-programme.md": lesson("Programme", "\(prose.words(50))\n\n\(code)"),
        ], first: ["a/episodes/03-program.md": lesson("Program", "\(prose.words(50))\n\n\(code)")]),
      "translated")
  }

  @Test func whatItSaysCanBeDone() throws {
    let repository = try academy([
      "b/course.yml": manifest("office-b/workshop"),
      "b/episodes/04-baskets-here.md": lesson("Our baskets", body(1)),
    ])
    let said = try Tool.run("reuse", "suggest", in: repository.path).output
    let lines = said.split(separator: "\n", omittingEmptySubsequences: false)
    let entry = lines.drop { $0 != "    reuses:" }.prefix { !$0.isEmpty }.map { $0.dropFirst(4) }
    let text = manifest("office-b/workshop", entry.joined(separator: "\n") + "\n")
    try repository.write("b/course.yml", text)
    #expect(try Tool.run("reuse", "lock", in: repository.path).status == 0)
    let check = try Tool.run("reuse", "check", "--locked", in: repository.path)
    #expect(!check.output.contains("error[reuse/"), "\(check)")
    let again = try Tool.run("reuse", "suggest", in: repository.path).output
    #expect(again.hasPrefix("3 lessons of 2 courses compared: none"), "\(again)")
  }

  @Test func aShortLessonInAMuchLongerOne() throws {
    var prose = GeneratedProse(seed: 50)
    let long = "## Before\n\n\(prose.words(900))\n\n\(body(1))\n\n## After\n\n\(prose.words(900))"
    try golden(
      academy([
        "b/course.yml": manifest("office-b/workshop"),
        "b/episodes/01-all.md": lesson("All of it", long),
      ]), "short-in-long")
  }

  @Test func oneSectionOfLessonsThatAreOtherwiseDifferent() throws {
    var prose = GeneratedProse(seed: 60)
    let shared = "## Confidentiality\n\n\(prose.words(150))\n\n"
    let first = "## One\n\n\(prose.words(300))\n\n\(shared)"
    let second = "\(shared)## Two\n\n\(prose.words(300))\n"
    try golden(
      academy(
        [
          "b/course.yml": manifest("office-b/workshop"),
          "b/episodes/01-rules.md": lesson("Rules", second),
        ], first: ["a/episodes/03-access.md": lesson("Access", first)]), "section")
  }

  @Test func copiesOfCopiesAreExplained() throws {
    let repository = try academy(
      [
        "b/course.yml": manifest("office-b/workshop"),
        "b/episodes/01-baskets.md": lesson("Baskets", body(1)),
        "c/course.yml": manifest("office-c/workshop"),
        "c/episodes/01-baskets.md": lesson("Baskets", body(1)),
      ], pipeline: pipeline("a", "b", "c"))
    try golden(repository, "copies-of-copies")
    try golden(repository, "copies-of-copies-all", ["--all"])
  }

  @Test func oneLessonMadeOfTwo() throws {
    try golden(
      academy([
        "b/course.yml": manifest("office-b/workshop"),
        "b/episodes/01-both.md": lesson("Both", body(1) + "\n\n" + body(2)),
      ]), "made-of-two")
  }

  @Test func oneLessonInTwoLessonsOfTheOtherCourse() throws {
    try golden(
      academy([
        "b/course.yml": manifest("office-b/workshop"),
        "b/episodes/01-baskets.md": lesson("Baskets", body(1)),
        "b/episodes/02-again.md": lesson("Again", body(1)),
      ]), "twice")
  }

  // MARK: - What is declared

  private let taken =
    "reuses:\n  - course: office-a/prices\n    version: ^1.0\n    as: verbatim\n"
    + "    lessons: [baskets]\n"

  @Test func whatIsDeclaredIsLeftOut() throws {
    try golden(
      academy([
        "b/course.yml": manifest("office-b/workshop", taken),
        "b/episodes/01-baskets.md": lesson("Baskets", body(1)),
      ]), "declared")
  }

  @Test func whatTwoCoursesHaveFromAThirdIsLeftOut() throws {
    try golden(
      academy(
        [
          "b/course.yml": manifest("office-b/workshop", taken),
          "b/episodes/01-baskets.md": lesson("Baskets", body(1)),
          "c/course.yml": manifest("office-c/workshop", taken),
          "c/episodes/01-baskets.md": lesson("Baskets", body(1)),
        ], pipeline: pipeline("b", "c")), "declared-from-a-third")
  }

  @Test func whatElseIsCopiedIsTold() throws {
    try golden(
      academy([
        "b/course.yml": manifest("office-b/workshop", taken),
        "b/episodes/01-baskets.md": lesson("Baskets", body(1)),
        "b/episodes/02-weights.md": lesson("Weights", body(2)),
      ]), "declared-in-part")
  }

  // MARK: - What to do

  @Test func anOriginalThatWasNotReleased() throws {
    try golden(
      academy(
        [
          "b/course.yml": manifest("office-b/workshop"),
          "b/episodes/01-baskets.md": lesson("Baskets", body(1)),
        ],
        first: [
          "a/course.yml": "schema: course/1\nid: office-a/prices\nversion: 0.1.0-dev\n"
            + "releases: declared\n"
        ]), "not-released")
  }

  @Test func aCopyInACourseWithoutAManifest() throws {
    try golden(
      academy([
        "b/config.yaml": "title: Workshop\n",
        "b/episodes/01-own.md": lesson("Own", body(7)),
        "b/episodes/02-other.md": lesson("Other", body(8)),
        "b/episodes/03-baskets.md": lesson("Baskets", body(1)),
      ]), "no-manifest")
  }

  @Test func anOriginalInACourseWithoutAManifest() throws {
    try golden(
      academy(
        [
          "b/course.yml": manifest("office-b/workshop"),
          "b/episodes/03-baskets.md": lesson("Baskets", body(1)),
        ], first: ["a/course.yml": "", "a/config.yaml": "title: Prices\n"]), "original-no-manifest")
  }

  @Test func aFork() throws {
    try golden(
      academy(
        [
          "b/config.yaml": "title: Prices here\n",
          "b/episodes/01-baskets.md": lesson("Baskets", body(1)),
          "b/episodes/02-weights.md": lesson("Weights", adapted(2)),
          "b/episodes/03-indices.md": lesson("Indices", body(3)),
          "b/episodes/04-own.md": lesson("Own", body(9)),
        ], first: ["a/episodes/03-indices.md": lesson("Indices", body(3))]), "fork")
  }

  @Test func aSourceThatTookItFromHere() throws {
    try golden(
      academy(
        [
          "b/course.yml": manifest("office-b/workshop"),
          "b/episodes/01-baskets.md": lesson("Baskets", body(1)),
        ], pipeline: pipeline("a", sources: "[\"b\"]")), "theirs-to-declare")
  }

  @Test func sourcesAreNotComparedWithEachOther() throws {
    try golden(
      academy(
        [
          "b/course.yml": manifest("office-b/workshop"),
          "b/episodes/01-baskets.md": lesson("Baskets", body(1)),
          "c/course.yml": manifest("office-c/workshop"),
          "c/episodes/01-own.md": lesson("Own", body(9)),
        ], pipeline: pipeline("c", sources: "[\"a\", \"b\"]")), "sources")
  }

  // MARK: - What is not told

  @Test func stubsAndNothingElse() throws {
    try golden(
      academy([
        "b/course.yml": manifest("office-b/workshop"),
        "b/episodes/01-own.md": lesson("Own", body(9)),
        "b/episodes/02-stub.md": lesson("Stub", "To be written."),
      ]), "nothing")
  }

  @Test func lessThanIsAskedFor() throws {
    let repository = try academy([
      "b/course.yml": manifest("office-b/workshop"),
      "b/episodes/01-weights.md": lesson("Weights", adapted(2)),
    ])
    try golden(repository, "least", ["--least", "0.9"])
    try golden(repository, "least-wrong", ["--least", "1.5"])
  }

  @Test func asJSON() throws {
    try golden(
      academy([
        "b/course.yml": manifest("office-b/workshop"),
        "b/episodes/04-baskets-here.md": lesson("Our baskets", body(1)),
        "b/episodes/05-weights.md": lesson("Weights", adapted(2)),
      ]), "json", ["--format", "json"])
  }

  @Test func oneLessonInVeryManyCourses() throws {
    var files: [String: String] = [:]
    var names = ["a"]
    for i in 10..<40 {
      names.append("c\(i)")
      files["c\(i)/course.yml"] = manifest("office-\(i)/workshop")
      files["c\(i)/episodes/01-baskets.md"] = lesson("Baskets", body(1))
    }
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    let repository = try academy(
      files, pipeline: "{\"schema\": \"pipeline/1\", \"courses\": [\(list)]}\n")
    let said = try Tool.run("reuse", "suggest", in: repository.path).output
    #expect(
      said.ranges(of: "shares 1 lesson with office-a/prices and does not say so").count == 30)
    #expect(
      said.hasSuffix("32 lessons of 31 courses compared: 30 copies not declared\n"), "\(said)")
  }

  @Test func whatIsNoTextIsCounted() throws {
    let repository = try academy(["b/course.yml": manifest("office-b/workshop")])
    try repository.write("b/episodes/01-bytes.md", bytes: [0xFF, 0xFE, 0x0A])
    try golden(repository, "unreadable")
  }

  /// What two folders without history share cannot be dated.
  @Test func foldersWithoutHistory() throws {
    let repository = try FixtureRepository()
    Files.remove(repository.gitDirectory)
    for (path, text) in [
      "pipeline.json": pipeline("a", "b"), "a/course.yml": manifest("office-a/prices"),
      "a/episodes/01-baskets.md": lesson("Baskets", body(1)),
      "b/course.yml": manifest("office-b/workshop"),
      "b/episodes/01-baskets.md": lesson("Baskets", body(1)),
    ] {
      try repository.write(path, text)
    }
    try golden(repository, "no-history")
  }
}

extension String {
  /// The parts behind each occurrence of a mark.
  fileprivate func components(separatedBySections mark: String) -> [String] {
    self.split(separator: mark).map { part in
      var text = part
      while text.last == "\n" { text.removeLast() }
      return String(text)
    }
  }
}

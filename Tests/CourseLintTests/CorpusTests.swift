import CourseLint
import CourseModel
import Framework
import GitStore
import SourceCore
import TestSupport
import Testing

/// What is found in real courses, held against counts made by hand.
///
/// `ACADEMY_CORPUS` names a folder with clones of them; without it the tests are skipped.
@Suite(
  .enabled(if: SharedData.corpus != nil, "ACADEMY_CORPUS names no folder of clones"))
struct CorpusTests {
  static let academies = ["ModernStats_Git", "ModernStats_Python", "ModernStats_R"]

  /// Findings of all rules in one clone, and how many lessons it has.
  private func lint(_ name: String) throws -> (diagnostics: [Diagnostic], lessons: [CoursePage]) {
    let folder = try #require(SharedData.corpus)
    let repository = try #require(try Repository.discover(from: "\(folder)/\(name)"))
    let tree = try repository.view(.revision("HEAD"))
    let found = CourseDiscovery.courses(in: tree.entries)
    let place = try #require(found.first)
    let course = CourseReader(limit: 5_000_000).read(place, among: found, in: tree)
    let linter = LessonLinter(course: course, framework: .builtin)
    var diagnostics: [Diagnostic] = []
    var facts: [LessonFacts] = []
    for page in course.pages {
      let bytes = try tree.read(page.entry, limit: 5_000_000)
      let result = linter.lint(PageInput(page: page, bytes: .success(bytes), limit: 5_000_000))
      diagnostics += result.diagnostics
      if let found = result.facts { facts.append(found) }
    }
    diagnostics += CourseLinter(framework: .builtin)
      .lint(
        CourseFacts(
          course: course, pages: facts,
          surroundings: CourseSurroundings(course, pages: facts, in: tree, limit: 5_000_000)))
    return (diagnostics, course.lessons)
  }

  private func episodes(_ rule: String, containing text: String = "", in diagnostics: [Diagnostic])
    -> Set<String>
  {
    Set(
      diagnostics.filter {
        $0.rule == rule && $0.path.hasPrefix("episodes/") && $0.message.contains(text)
      }.map(\.path))
  }

  @Test func countsOfTheAcademy() throws {
    var lessons = 0
    var placeholders = 0
    var withoutKeypoints = 0
    var withoutTime = 0
    var withoutExercise = 0
    var objectives = 0
    for name in Self.academies {
      let (diagnostics, pages) = try lint(name)
      lessons += pages.count
      placeholders += episodes("framework/placeholder", in: diagnostics).count
      withoutKeypoints +=
        episodes("structure/required-section", containing: "`keypoints`", in: diagnostics).count
      withoutTime += episodes("structure/duration", in: diagnostics).count
      withoutExercise += episodes("structure/no-exercise", in: diagnostics).count
      objectives += diagnostics.count { $0.rule == "objectives/verb" }
      #expect(diagnostics.count { $0.rule == "licence/spdx" } == 1)
      #expect(diagnostics.count { $0.rule == "framework/metadata" } == 1)
      // Contact, keywords and the page of learner profiles.
      #expect(diagnostics.count { $0.rule == "framework/template-default" } == 3)
    }
    #expect(lessons == 34)
    #expect(placeholders == 22)
    #expect(withoutKeypoints == 4)
    #expect(withoutTime == 6)
    #expect(withoutExercise == 27)
    #expect(objectives == 11)
  }

  /// Read one by one: all of these are real faults.
  @Test(arguments: [
    ("ModernStats_Git", 0, 3), ("ModernStats_Python", 4, 3), ("ModernStats_R", 2, 5),
    ("ModernStats_Python_CH", 9, 3), ("OSS", 0, 0), ("git-intro", 0, 0),
  ]) func brokenLinks(_ name: String, files: Int, anchors: Int) throws {
    let diagnostics = try lint(name).diagnostics
    #expect(diagnostics.count { $0.rule == "links/file" } == files)
    #expect(diagnostics.count { $0.rule == "links/anchor" } == anchors)
  }

  /// One `challenge` was marked as a `solution`; all other solutions are where they belong.
  @Test(arguments: [
    ("ModernStats_Git", 0), ("ModernStats_Python", 1), ("ModernStats_R", 0),
    ("ModernStats_Python_CH", 1), ("OSS", 0), ("git-intro", 0),
  ]) func solutionsOutsideChallenges(_ name: String, count: Int) throws {
    let diagnostics = try lint(name).diagnostics
    #expect(diagnostics.count { $0.rule == "structure/solution-outside-challenge" } == count)
  }

  /// Read one by one: no section, quiz or heading in a box of these courses is wrong.
  @Test(arguments: academies + ["ModernStats_Python_CH", "OSS", "git-intro"])
  func nothingElseIsFalse(_ name: String) throws {
    let rules = [
      "structure/empty-section", "structure/heading-in-div", "structure/quiz-without-answer",
      "structure/quiz-all-correct", "objectives/none", "objectives/unassessed",
      "objectives/uncovered", "framework/unknown-field", "framework/contradiction",
    ]
    let found = try lint(name).diagnostics.filter { rules.contains($0.rule) }
    #expect(found.isEmpty)
  }

  @Test(arguments: ["OSS", "git-intro"]) func otherLayoutsAreNotFlooded(_ name: String) throws {
    // Each was looked at: links without encryption, and in git-intro 20 objectives that begin with
    // "be able to", "understand" and the like; pictures in git-intro whose `:::` is missing; names
    // of programs and rules in capitals, which are notes.
    let expected = [
      "links/http", "objectives/verb", "dialect/unclosed-directive", "markdown/unexplained-acronym",
      "markdown/code-language",
    ]
    #expect(try lint(name).diagnostics.count { !expected.contains($0.rule) } < 10)
  }
}

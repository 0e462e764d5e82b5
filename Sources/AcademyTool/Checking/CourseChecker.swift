import CourseLint
import CourseModel
import Framework
import SourceCore

/// What checking one course against the framework gave.
struct CourseCheck {
  /// The course and where it is from.
  let loaded: LoadedCourse
  /// Its pages' facts.
  let facts: CourseFacts
  /// What was found, unsorted.
  var diagnostics: [Diagnostic]
}

/// Checks a course: its pages, then the course as a whole.
struct CourseChecker {
  /// What the course is held against.
  let framework: Framework
  /// Longest page that is parsed, in bytes.
  let limit: Int
  /// What the academy changes about rules.
  var settings = RuleSettings.none

  /// Checks one course.
  func check(_ loaded: LoadedCourse) async throws -> CourseCheck {
    let course = loaded.course
    let pages = PageChecker(
      linter: LessonLinter(course: course, framework: framework, settings: settings),
      source: loaded.tree.source,
      limit: limit)
    let results = try await pages.check(course.pages)
    let read = results.compactMap(\.facts)
    let facts = CourseFacts(
      course: course, pages: read,
      surroundings: CourseSurroundings(course, pages: read, in: loaded.tree.view, limit: limit))
    let found = CourseLinter(framework: framework, settings: settings).lint(facts)
    return CourseCheck(
      loaded: loaded, facts: facts, diagnostics: results.flatMap(\.diagnostics) + found)
  }
}

import CourseLint
import CourseModel
import CourseReuse
import Framework
import MarkdownLint
import SourceCore

/// What checking one course against the framework gave.
struct CourseCheck {
  /// The course and where it is from.
  let loaded: LoadedCourse
  /// Its pages' facts.
  let facts: CourseFacts
  /// What was found, unsorted.
  var diagnostics: [Diagnostic]
  /// The parsed pages, where they were asked for.
  var lessons: [Lesson] = []
  /// Whether the same is found as long as no file and no setting changes.
  var isLasting = false
}

/// Checks a course: its pages, then the course as a whole.
struct CourseChecker {
  /// What the course is held against.
  let framework: Framework
  /// Longest page that is parsed, in bytes.
  let limit: Int
  /// What the academy changes about rules.
  var settings = RuleSettings.none
  /// Which rules are on.
  var selection = RuleSelection.course
  /// markdownlint's files in the course's tree; nil where they are not read yet.
  var configurations: ConfigurationFiles?
  /// What of the findings is kept.
  var needs = DiagnosticNeeds.all
  /// What earlier runs found; nil where it is not to be used.
  var store: (any FactStore)?
  /// Whether the parsed pages are asked for; those that are remembered are not parsed.
  var keepsLessons = false

  /// Checks one course.
  func check(_ loaded: LoadedCourse) async throws -> CourseCheck {
    let course = loaded.course
    let rules = LintRules.all.filter { selection.mayBeOn($0.info, settings) }
    let needsFacts = CourseLinter.needsFacts(rules)
    let configurations = configurations ?? ConfigurationFiles(in: loaded.tree.view)
    let pages = PageChecker(
      linter: LessonLinter(
        course: course, framework: framework, rules: LintRules.all, settings: settings,
        selection: selection, configurations: configurations, needsFacts: needsFacts, needs: needs,
        keepsLessons: keepsLessons),
      source: loaded.tree.source, limit: limit, changes: loaded.tree.changes)
    let memory = store.flatMap { store in
      PageMemory(store, limit: limit) { writer in
        LessonLinter.write(
          course: course, framework: framework, settings: settings, selection: selection,
          configurations: configurations, needsFacts: needsFacts, needs: needs, to: &writer)
      }
    }
    var outcome = try await pages.check(course.pages, memory: memory)
    var surroundings =
      needsFacts
      ? CourseSurroundings(course, pages: outcome.facts, in: loaded.tree.view, limit: limit) : nil
    surroundings?.takenLessons = takenLessons(loaded, outcome.facts)
    let facts = CourseFacts(course: course, pages: outcome.facts, surroundings: surroundings)
    let linter = CourseLinter(framework: framework, rules: rules, settings: settings)
    let found = await withTaskGroup(of: [Diagnostic].self) { group in
      for half in linter.halves { group.addTask { half.lint(facts) } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    outcome.diagnostics += wanted(found, course, outcome)
    return CourseCheck(
      loaded: loaded, facts: facts, diagnostics: outcome.diagnostics,
      lessons: outcome.lessons, isLasting: outcome.isLasting && course.failures.isEmpty)
  }

  /// The lessons that the course's lock says were taken from others.
  private func takenLessons(_ loaded: LoadedCourse, _ pages: [LessonFacts]) -> [TakenLesson] {
    let path = loaded.course.folder.appending(LockFile.name)
    guard let entry = loaded.tree.view.entry(at: path), entry.isFile,
      let bytes = try? loaded.tree.view.read(entry, limit: limit),
      let lock = try? LockReader.read(bytes)
    else { return [] }
    let paths = Dictionary(
      pages.filter { $0.kind == .lesson }.map { ($0.id, $0.path) },
      uniquingKeysWith: { first, _ in first })
    return lock.entries.compactMap { entry in
      paths[entry.own].map {
        TakenLesson(course: entry.course, original: entry.lesson.path, copy: $0)
      }
    }
  }

  /// What course rules find in a page, without what the page's own comments switch off.
  private func wanted(_ found: [Diagnostic], _ course: Course, _ outcome: PageChecker.Outcome)
    -> [Diagnostic]
  {
    var suppressions: [String: PageSuppressions] = [:]
    for (index, own) in outcome.suppressions {
      suppressions[course.folder.appending(course.pages[index].path).string] = own
    }
    if suppressions.isEmpty { return found }
    return found.filter { diagnostic in
      guard let page = suppressions[diagnostic.path], let rule = AllRules.byID[diagnostic.rule]
      else { return true }
      return !page.suppresses(rule, diagnostic)
    }
  }
}

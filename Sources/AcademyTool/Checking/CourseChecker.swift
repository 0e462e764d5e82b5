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
    let memory = store.flatMap { store in
      PageMemory(store, limit: limit) { writer in
        LessonLinter.write(
          course: course, framework: framework, settings: settings, selection: selection,
          configurations: configurations(of: loaded), needsFacts: needsFacts, needs: needs,
          to: &writer)
      }
    }
    return await finish(loaded, try await pages(of: loaded).check(course.pages, memory: memory))
  }

  /// What checks a course's pages.
  func pages(of loaded: LoadedCourse) -> PageChecker {
    PageChecker(
      linter: LessonLinter(
        course: loaded.course, framework: framework, rules: LintRules.all, settings: settings,
        selection: selection, configurations: configurations(of: loaded), needsFacts: needsFacts,
        needs: needs, keepsLessons: keepsLessons),
      source: loaded.tree.source, limit: limit, changes: loaded.tree.changes)
  }

  /// Checks a course as a whole, whose pages are checked.
  func finish(_ loaded: LoadedCourse, _ pages: PageChecker.Outcome) async -> CourseCheck {
    let course = loaded.course
    let facts = CourseFacts(
      course: course, pages: pages.facts, surroundings: surroundings(of: loaded, pages.facts))
    let linter = CourseLinter(framework: framework, rules: rules, settings: settings)
    let found = await withTaskGroup(of: [Diagnostic].self) { group in
      for half in linter.halves { group.addTask { half.lint(facts) } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return CourseCheck(
      loaded: loaded, facts: facts, diagnostics: pages.diagnostics + wanted(found, course, pages),
      lessons: pages.lessons, isLasting: pages.isLasting && course.failures.isEmpty)
  }

  /// What the rules ask of a course's tree besides its pages; nil where none does.
  func surroundings(of loaded: LoadedCourse, _ pages: [LessonFacts]) -> CourseSurroundings? {
    guard needsFacts else { return nil }
    var surroundings = CourseSurroundings(
      loaded.course, pages: pages, in: loaded.tree.view, limit: limit)
    surroundings.takenLessons = takenLessons(loaded, pages)
    return surroundings
  }

  private var rules: [any Rule] { LintRules.all.filter { selection.mayBeOn($0.info, settings) } }

  private var needsFacts: Bool { CourseLinter.needsFacts(rules) }

  private func configurations(of loaded: LoadedCourse) -> ConfigurationFiles {
    configurations ?? ConfigurationFiles(in: loaded.tree.view)
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

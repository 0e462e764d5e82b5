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
  /// Its pages' facts, as far as rules read them.
  let facts: CourseFacts
  /// What was found, unsorted.
  var diagnostics: [Diagnostic]
  /// The parsed pages, where they were asked for.
  var lessons: [Lesson] = []
  /// Whether the same is found as long as no file and no setting changes.
  var isLasting = false
  /// Whether most of it is taken from what an earlier run found; then the facts are not whole.
  var isRepeated = false
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
  ///
  /// - Parameter base: remembers what was found in the course, whatever its pages were.
  func check(_ loaded: LoadedCourse, base: CourseBaseMemory? = nil) async throws -> CourseCheck {
    let course = loaded.course
    guard let memory = memory(of: loaded) else {
      return await finish(loaded, try await pages(of: loaded).check(course.pages))
    }
    let known = await base?.recall(memory.context)
    let frame = base?.frame(of: course)
    if let known, known.frame == frame, let check = try await repeated(loaded, known, memory) {
      return check
    }
    let pages = try await pages(of: loaded)
      .check(course.pages, memory: memory, known: known?.results(of: course.pages) ?? [])
    let facts = facts(of: loaded, pages)
    let found = await checks(facts)
    let check = finish(loaded, pages, facts, found)
    // A few pages are kept for themselves, until the base is worth writing again.
    if let base, let frame, check.isLasting,
      known?.frame != frame || pages.news.count > Self.fewPages(course),
      let bytes = bytes(of: loaded, base, memory, frame, pages, facts.surroundings, found)
    {
      base.keep(bytes)
    } else {
      keep(pages, of: course.pages, memory)
    }
    return check
  }

  /// Changed pages up to which the others are taken from what an earlier run found.
  private static func fewPages(_ course: Course) -> Int { max(32, course.pages.count / 8) }

  private func memory(of loaded: LoadedCourse) -> PageMemory? {
    store.flatMap { store in
      PageMemory(store, limit: limit) { writer in
        LessonLinter.write(
          course: loaded.course, framework: framework, settings: settings, selection: selection,
          configurations: configurations(of: loaded), facts: reads, needs: needs,
          to: &writer)
      }
    }
  }

  /// Keeps what was found in single pages and not remembered.
  private func keep(_ pages: PageChecker.Outcome, of wanted: [CoursePage], _ memory: PageMemory) {
    memory.keep(
      pages.news.compactMap { index in
        guard let key = memory.key(of: wanted[index]), let result = pages.results[index]
        else { return nil }
        return (key, Array(result.rest))
      })
  }

  private func bytes(
    of loaded: LoadedCourse, _ base: CourseBaseMemory, _ memory: PageMemory, _ frame: [UInt8],
    _ pages: PageChecker.Outcome, _ surroundings: CourseSurroundings?, _ found: [[Diagnostic]]
  ) -> [UInt8]? {
    var known: [(page: CoursePage, blob: ObjectID, result: FactReader)] = []
    for (page, result) in zip(loaded.course.pages, pages.results) {
      guard let blob = page.entry.blob, page.entry.isFile, let result else { return nil }
      known.append((page, blob, result))
    }
    return CourseBase.bytes(
      context: memory.context, frame: frame, sources: base.sources(of: loaded.course),
      sizes: surroundings?.sizes ?? [:],
      pages: known, checks: found)
  }

  // MARK: - Pages that have changed

  /// Checks a course of which only some pages are others than in a base; nil where that takes as
  /// much as checking it all.
  private func repeated(
    _ loaded: LoadedCourse, _ base: CourseBase, _ memory: PageMemory
  ) async throws -> CourseCheck? {
    let course = loaded.course
    let linter = self.linter
    guard course.pages.count == base.pages.count, linter.count == base.checks.count else {
      return nil
    }
    var changed: [Int] = []
    for (index, page) in course.pages.enumerated() {
      let known = base.pages[index]
      guard known.path == page.path.string, known.kind == page.kind.rawValue else { return nil }
      if known.blob == page.entry.blob, known.entryKind == page.entry.kind.rawValue { continue }
      guard page.entry.isFile, page.entry.blob != nil, !base.sources.contains(known.path) else {
        return nil
      }
      changed.append(index)
    }
    guard changed.count <= Self.fewPages(course) else { return nil }
    let wanted = changed.map { course.pages[$0] }
    let own = try await pages(of: loaded, wanted).check(wanted, memory: memory)
    var results: [Int: FactReader] = [:]
    var changes: FactParts = []
    for (place, index) in changed.enumerated() {
      guard let result = own.results[place] else { return nil }
      results[index] = result
      switch (PageMemory.facts(base.pages[index].result), PageMemory.facts(result)) {
      case (nil, nil): break
      case (let old?, let new?):
        guard let parts = try? FactParts.changes(from: old, to: new) else { return nil }
        changes.formUnion(parts)
      default: return nil
      }
    }
    // Ids and files stand behind what is beside the pages.
    guard own.isLasting, changes.isDisjoint(with: [.identity, .assets]) else { return nil }
    keep(own, of: wanted, memory)
    var surroundings = CourseSurroundings(sizes: base.sizes)
    let lock = lock(of: loaded)
    let again = linter.repetition(after: changes, course, surroundings)
    let parts = lock == nil || again.reads.isEmpty ? again.reads : again.reads.union(.identity)
    guard let pages = Self.outcome(course, base, results, parts) else { return nil }
    if let lock, !parts.isEmpty { surroundings.takenLessons = takenLessons(lock, pages.facts) }
    let facts = CourseFacts(course: course, pages: pages.facts, surroundings: surroundings)
    var found = base.checks
    for (check, diagnostics) in zip(again.whole, linter.lint(facts, again.whole)) {
      found[check] = diagnostics
    }
    let paths = Set(wanted.map(\.path))
    let full = Set(wanted.map(\.entry.path.string))
    for (check, diagnostics) in zip(
      again.ofPages, linter.lint(facts, again.ofPages, linksOf: paths))
    {
      found[check].removeAll { full.contains($0.path) }
      found[check] += diagnostics
    }
    var check = finish(loaded, pages, facts, found)
    check.isRepeated = true
    return check
  }

  /// What a base and the results of pages that changed are together; nil where one cannot be read.
  ///
  /// - Parameter reads: what of the other pages' facts is wanted.
  private static func outcome(
    _ course: Course, _ base: CourseBase, _ results: [Int: FactReader], _ reads: FactParts
  ) -> PageChecker.Outcome? {
    var outcome = PageChecker.Outcome()
    for (index, page) in course.pages.enumerated() {
      if let own = results[index] {
        guard let changed = PageMemory.result(own, of: page) else { return nil }
        if let facts = changed.facts { outcome.facts.append(facts) }
        outcome.diagnostics += changed.diagnostics
        outcome.suppressions[index] = changed.suppressions
        continue
      }
      outcome.diagnostics += base.pages[index].found.diagnostics
      if let own = base.pages[index].found.suppressions { outcome.suppressions[index] = own }
      if !reads.isEmpty, var reader = PageMemory.facts(base.pages[index].result) {
        guard
          let facts = try? LessonFacts(
            path: page.path, kind: page.kind, from: &reader, parts: reads)
        else { return nil }
        outcome.facts.append(facts)
      }
    }
    return outcome
  }

  // MARK: - Parts of a check

  /// What checks a course's pages.
  ///
  /// - Parameter wanted: the pages that it will check; nil for all.
  func pages(of loaded: LoadedCourse, _ wanted: [CoursePage]? = nil) -> PageChecker {
    PageChecker(
      linter: LessonLinter(
        course: loaded.course, pages: wanted, framework: framework, rules: LintRules.all,
        settings: settings,
        selection: selection, configurations: configurations(of: loaded), facts: reads,
        needs: needs, keepsLessons: keepsLessons),
      source: loaded.tree.source, limit: limit, changes: loaded.tree.changes)
  }

  /// Checks a course as a whole, whose pages are checked.
  func finish(_ loaded: LoadedCourse, _ pages: PageChecker.Outcome) async -> CourseCheck {
    let facts = facts(of: loaded, pages)
    return finish(loaded, pages, facts, await checks(facts))
  }

  private func finish(
    _ loaded: LoadedCourse, _ pages: PageChecker.Outcome, _ facts: CourseFacts,
    _ found: [[Diagnostic]]
  ) -> CourseCheck {
    CourseCheck(
      loaded: loaded, facts: facts,
      diagnostics: pages.diagnostics + wanted(found.flatMap(\.self), loaded.course, pages),
      lessons: pages.lessons,
      isLasting: pages.isLasting && loaded.course.failures.isEmpty)
  }

  private func facts(of loaded: LoadedCourse, _ pages: PageChecker.Outcome) -> CourseFacts {
    CourseFacts(
      course: loaded.course, pages: pages.facts, surroundings: surroundings(of: loaded, pages.facts)
    )
  }

  /// What each check of a course as a whole finds, in two halves at the same time.
  private func checks(_ facts: CourseFacts) async -> [[Diagnostic]] {
    let linter = self.linter
    return await withTaskGroup(of: [(Int, [Diagnostic])].self) { group in
      for half in linter.halves {
        group.addTask { Array(zip(half, linter.lint(facts, half))) }
      }
      var found = Array(repeating: [Diagnostic](), count: linter.count)
      for await half in group { for (check, diagnostics) in half { found[check] = diagnostics } }
      return found
    }
  }

  private var linter: CourseLinter {
    CourseLinter(framework: framework, rules: rules, settings: settings)
  }

  /// What the rules ask of a course's tree besides its pages; nil where none does.
  func surroundings(of loaded: LoadedCourse, _ pages: [LessonFacts]) -> CourseSurroundings? {
    guard reads != nil else { return nil }
    var surroundings = CourseSurroundings(
      loaded.course, pages: pages, in: loaded.tree.view, limit: limit)
    if let lock = lock(of: loaded) { surroundings.takenLessons = takenLessons(lock, pages) }
    return surroundings
  }

  private var rules: [any Rule] { LintRules.all.filter { selection.mayBeOn($0.info, settings) } }

  /// What the rules ask of the pages' facts.
  private var reads: FactParts? { CourseLinter.reads(rules) }

  private func configurations(of loaded: LoadedCourse) -> ConfigurationFiles {
    configurations ?? ConfigurationFiles(in: loaded.tree.view)
  }

  private func lock(of loaded: LoadedCourse) -> LockFile? {
    let path = loaded.course.folder.appending(LockFile.name)
    guard let entry = loaded.tree.view.entry(at: path), entry.isFile,
      let bytes = try? loaded.tree.view.read(entry, limit: limit)
    else { return nil }
    return try? LockReader.read(bytes)
  }

  /// The lessons that a course's lock says were taken from others.
  private func takenLessons(_ lock: LockFile, _ pages: [LessonFacts]) -> [TakenLesson] {
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

import CourseModel
import Framework
import MarkdownLint
import SourceCore

/// What linting one page gives.
public struct LessonResult: Sendable {
  /// What was found, unsorted.
  public let diagnostics: [Diagnostic]
  /// What the course needs to know of the page; nil where it could not be parsed.
  public let facts: LessonFacts?
  /// What the page switches off in itself; nil where that is nothing.
  public let suppressions: PageSuppressions?
  /// The page as it was parsed, where that was asked for.
  public let lesson: Lesson?

  /// Makes a result of what is known of a page.
  public init(
    diagnostics: [Diagnostic], facts: LessonFacts?, suppressions: PageSuppressions? = nil,
    lesson: Lesson? = nil
  ) {
    self.diagnostics = diagnostics
    self.facts = facts
    self.suppressions = suppressions
    self.lesson = lesson
  }
}

/// Lints the pages of one course; a pure function of a page's bytes and the context.
public struct LessonLinter: Sendable {
  private let parser: LessonParser
  private let folder: RepoPath
  /// One for each set of settings that holds for some pages.
  private let plans: [LessonPlan]
  private let planOfPage: [RepoPath: Int]
  /// What the course needs to know of the pages; nil where that is nothing.
  private let facts: FactParts?
  private let needs: DiagnosticNeeds
  /// Whether the parsed pages are asked for too.
  public let keepsLessons: Bool

  /// Makes a linter for the pages of `course`.
  ///
  /// - Parameters:
  ///   - pages: those pages of the course that will be linted; nil for all.
  ///   - rules: the rules that there are.
  ///   - selection: which of them are on; nil for all.
  ///   - configurations: markdownlint's files in the tree of the course.
  ///   - facts: what is asked for of the pages' facts; nil where there need be none.
  ///   - needs: what of the findings is kept.
  ///   - keepsLessons: whether the parsed pages are asked for too.
  public init(
    course: Course, pages: [CoursePage]? = nil, framework: Framework,
    rules: [any Rule] = LintRules.onByDefault,
    settings: RuleSettings = .none, selection: RuleSelection? = nil,
    configurations: ConfigurationFiles = .none, facts: FactParts? = .all,
    needs: DiagnosticNeeds = .all, keepsLessons: Bool = false
  ) {
    self.needs = needs
    self.keepsLessons = keepsLessons
    self.facts = facts
    parser = LessonParser(course)
    folder = course.folder
    let planner = LessonPlanner(
      framework: framework, layout: course.layout,
      lifecycle: course.metadata.effectiveLifecycle, glossary: course.glossary, rules: rules,
      settings: settings, selection: selection)
    struct Key: Hashable {
      let scopes: [Int]
      let configuration: FolderConfiguration?
    }
    // Pages that no scope and no file tells apart share a plan; the first is that of other pages.
    var plans = [planner.plan(for: course.folder, configurations.configuration(for: course.folder))]
    var planOfPage: [RepoPath: Int] = [:]
    var indices: [Key: Int] = [
      Key(
        scopes: settings.covering(course.folder),
        configuration: configurations.configuration(for: course.folder)): 0
    ]
    for page in pages ?? course.pages {
      let path = course.folder.appending(page.path)
      let configuration = configurations.configuration(ofFile: path)
      let key = Key(
        scopes: settings.covering(path),
        configuration: configuration.ignores(path) ? nil : configuration)
      if let index = indices[key] {
        if index != 0 { planOfPage[page.path] = index }
        continue
      }
      indices[key] = plans.count
      planOfPage[page.path] = plans.count
      plans.append(planner.plan(for: path, key.configuration))
    }
    self.plans = plans
    self.planOfPage = planOfPage
  }

  /// Writes all that the pages' results depend on besides the pages and the rules themselves; false
  /// where that cannot be told. The parameters are those of the initialiser.
  public static func write(
    course: Course, framework: Framework, settings: RuleSettings, selection: RuleSelection?,
    configurations: ConfigurationFiles, facts: FactParts?, needs: DiagnosticNeeds,
    to writer: inout FactWriter
  ) -> Bool {
    guard let documents = framework.documents else { return false }
    LessonParser(course).write(to: &writer)
    writer.text(course.folder.string)
    writer.text(course.metadata.effectiveLifecycle.rawValue)
    course.glossary.write(to: &writer)
    writer.list(documents) { $0.data($1) }
    settings.write(to: &writer)
    writer.optional(selection) { $1.write(to: &$0) }
    configurations.write(to: &writer)
    writer.optional(facts) { $0.integer(Int($1.rawValue)) }
    needs.write(to: &writer)
    return true
  }

  static func severities(_ rules: [any Rule], _ framework: Framework, _ lifecycle: Lifecycle)
    -> [String: Severity]
  {
    var severities: [String: Severity] = [:]
    for rule in rules {
      severities[rule.info.id] = framework.severity(of: rule.info, lifecycle: lifecycle)
    }
    return severities
  }

  /// Lints one page.
  public func lint(_ input: PageInput) -> LessonResult {
    let path = folder.appending(input.page.path)
    let plan = plans[planOfPage[input.page.path] ?? 0]
    return PageLinter(
      plan: plan, parser: parser, facts: facts, needs: needs, keepsLessons: keepsLessons
    )
    .lint(input, path: path, dialect: parser.dialect(of: input.page.path))
  }
}

import CourseModel
import Framework
import Markdown
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
}

/// Lints the pages of one course; a pure function of a page's bytes and the context.
public struct LessonLinter: Sendable {
  private let parser: LessonParser
  private let folder: RepoPath
  /// One for each set of settings that holds for some pages.
  private let plans: [LessonPlan]
  private let planOfPage: [RepoPath: Int]
  private let known: [RuleInfo]

  /// Makes a linter for the pages of `course`.
  ///
  /// - Parameters:
  ///   - rules: the rules that there are.
  ///   - selection: which of them are on; nil for all.
  ///   - configurations: markdownlint's files in the tree of the course.
  public init(
    course: Course, framework: Framework, rules: [any Rule] = LintRules.onByDefault,
    settings: RuleSettings = .none, selection: RuleSelection? = nil,
    configurations: ConfigurationFiles = .none
  ) {
    parser = LessonParser(layout: course.layout, language: course.metadata.effectiveLanguage)
    folder = course.folder
    known = LintRules.ofPages
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
    for page in course.pages {
      let path = course.folder.appending(page.path)
      let configuration = configurations.configuration(for: path.parent)
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
    for active in plan.inputRules {
      guard let finding = active.rule.check(input) else { continue }
      let text = (try? input.bytes.get()).map { SourceText(path: path, bytes: $0) }
      let diagnostic = Diagnostic(
        finding, rule: active.info, severity: active.severity, path: path.string, text: text,
        lines: text.map { LineIndex($0.bytes) })
      return LessonResult(
        diagnostics: plan.on.contains(active.info.id) ? [diagnostic] : [], facts: nil,
        suppressions: nil)
    }
    guard case .success(let bytes) = input.bytes else {
      return LessonResult(diagnostics: [], facts: nil, suppressions: nil)
    }
    let lesson = parser.parse(
      SourceText(path: path, bytes: bytes), path: input.page.path, kind: input.page.kind)
    return lint(lesson, plan, path: path.string)
  }

  private func lint(_ lesson: Lesson, _ plan: LessonPlan, path: String) -> LessonResult {
    var diagnostics: [Diagnostic] = []
    var places = PlaceResolver(lesson.text, lines: lesson.lines)
    let switches =
      plan.markdown.readsComments
      ? CommentSwitches(lesson.text.bytes, lesson.lines, firstLine: firstLine(of: lesson)) : nil
    let suppressions = PageSuppressions(lesson, switches: switches)
    var used: Set<Int> = []
    func report(_ found: Finding, _ info: RuleInfo, _ severity: Severity) {
      var finding = found
      let place = finding.range.map { places.place($0) }
      if let cells = lesson.text.cells {
        guard isReported(found, info, cells, lesson) else { return }
        // An edit of the text made from the cells is none of the file.
        finding.fix = nil
      }
      if let suppressions {
        let line = finding.range.map { lesson.lines.line(at: $0.start) } ?? 0
        if let index = suppressions.directive(for: info, line: line) {
          used.insert(index)
          return
        }
        // What markdownlint's comments switch off of `markdown/` is not reported to begin with.
        if !info.isMarkdownlint, suppressions.suppresses(info, line: line) { return }
      }
      diagnostics.append(
        Diagnostic(finding, rule: info, severity: severity, path: path, place: place))
    }
    for active in plan.rules {
      active.rule.check(lesson, plan.context) { report($0, active.info, active.severity) }
    }
    if plan.markdown.hasWork(switches) {
      let page = MarkdownPage(lesson.document, lines: lesson.lines)
      for found in plan.markdown.lint(page, switches: switches) {
        let known = plan.markdownSeverities[found.rule.id]
        let set = known.flatMap { $0.isSet ? $0.severity : nil }
        report(
          found.finding, found.rule,
          set ?? found.severity ?? known?.severity ?? found.rule.severity)
      }
    }
    if let suppressions, let severity = plan.unusedSuppression {
      for (index, directive) in suppressions.directives.enumerated() where !used.contains(index) {
        let finding = UnusedSuppression.finding(
          directive, known: known, isOn: { plan.on.contains($0.id) })
        guard let finding else { continue }
        diagnostics.append(
          Diagnostic(
            finding, rule: UnusedSuppression.info, severity: severity, path: path,
            place: finding.range.map { places.place($0) }))
      }
    }
    return LessonResult(
      diagnostics: diagnostics, facts: LessonFacts(lesson), suppressions: suppressions)
  }

  /// Whether a finding in a notebook is about what its author wrote: not about what joins the cells,
  /// and not about the style of Markdown where the cell holds code.
  private func isReported(
    _ finding: Finding, _ info: RuleInfo, _ cells: CellMap, _ lesson: Lesson
  ) -> Bool {
    guard let range = finding.range else { return true }
    guard let span = cells.span(ofLine: lesson.lines.line(at: range.start)) else { return false }
    return span.isMarkdown || info.group != "markdown"
  }

  /// The first line behind the front matter, from 0.
  private func firstLine(of lesson: Lesson) -> Int {
    let document = lesson.document
    guard document.nodeCount > 1, document.kind(NodeID(1)) == .frontMatter else { return 0 }
    let range = document.range(NodeID(1))
    return lesson.lines.line(at: max(range.start, range.end - 1)) + 1
  }
}

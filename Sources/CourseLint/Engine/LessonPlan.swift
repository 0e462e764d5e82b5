import CourseModel
import Framework
import Markdown
import MarkdownLint
import SourceCore

/// What is run on the pages for which the same settings hold.
final class LessonPlan: Sendable {
  /// A rule that is on, with the severity of its findings.
  final class Active<R: Sendable>: Sendable {
    let rule: R
    let info: RuleInfo
    let severity: Severity

    init(rule: R, info: RuleInfo, severity: Severity) {
      self.rule = rule
      self.info = info
      self.severity = severity
    }
  }

  let context: LessonContext
  /// The dialect that the settings name for the pages; nil where layout and name decide.
  let dialect: Dialect?
  let inputRules: [Active<any InputRule>]
  let rules: [Active<any LessonRule>]
  let frontMatterRules: [Active<any FrontMatterRule>]
  let markdown: MarkdownLinter
  /// Severities of the rules of `markdown/` where the settings or the framework decide.
  let markdownSeverities: [String: (severity: Severity, isSet: Bool)]
  /// Severity of `source/unused-suppression`; nil where it is off.
  let unusedSuppression: Severity?
  /// Ids of the rules that are on.
  let on: Set<String>

  init(
    context: LessonContext, dialect: Dialect?, inputRules: [Active<any InputRule>],
    rules: [Active<any LessonRule>], frontMatterRules: [Active<any FrontMatterRule>],
    markdown: MarkdownLinter,
    markdownSeverities: [String: (severity: Severity, isSet: Bool)], unusedSuppression: Severity?,
    on: Set<String>
  ) {
    self.context = context
    self.dialect = dialect
    self.inputRules = inputRules
    self.rules = rules
    self.frontMatterRules = frontMatterRules
    self.markdown = markdown
    self.markdownSeverities = markdownSeverities
    self.unusedSuppression = unusedSuppression
    self.on = on
  }
}

/// Makes plans: which rules are on for a page, with which options and severities.
struct LessonPlanner {
  let framework: Framework
  let layout: CourseLayout
  let lifecycle: Lifecycle
  /// The terms that the course explains.
  var glossary = Glossary.empty
  let rules: [any Rule]
  let settings: RuleSettings
  /// Which rules are on; nil for all of `rules`.
  let selection: RuleSelection?

  /// The plan for a page, and for all others with the same scopes and the same configuration.
  func plan(for path: RepoPath, _ configuration: FolderConfiguration?) -> LessonPlan {
    var inputRules: [LessonPlan.Active<any InputRule>] = []
    var lessonRules: [LessonPlan.Active<any LessonRule>] = []
    var frontMatterRules: [LessonPlan.Active<any FrontMatterRule>] = []
    var markdownRules: [any MarkdownRule] = []
    var markdownSeverities: [String: (severity: Severity, isSet: Bool)] = [:]
    var unusedSuppression: Severity?
    var on: Set<String> = []
    for rule in rules {
      let info = rule.info
      let level = selection == nil ? nil : settings.level(of: info, at: path)
      var severity = framework.severity(of: info, lifecycle: lifecycle)
      if case .on(let set) = level { severity = set }
      let facets = RuleFacets.of(rule)
      if let rule = facets.markdown {
        markdownRules.append(rule)
        markdownSeverities[info.id] = (severity, level != nil)
        continue
      }
      let isOn = selection?.isOn(info, level: level) ?? true
      if isOn { on.insert(info.id) }
      if let rule = facets.input {
        // It is asked even where it is off: nothing else can read such a page.
        inputRules.append(LessonPlan.Active(rule: rule, info: info, severity: severity))
      }
      guard isOn else { continue }
      if let rule = facets.lesson {
        lessonRules.append(LessonPlan.Active(rule: rule, info: info, severity: severity))
      }
      if let rule = facets.frontMatter {
        frontMatterRules.append(LessonPlan.Active(rule: rule, info: info, severity: severity))
      }
      if rule is UnusedSuppression { unusedSuppression = severity }
    }
    let markdown = MarkdownLinter(
      configuration: self.configuration(markdownRules, at: path, configuration),
      available: configuration == nil ? [] : markdownRules)
    return LessonPlan(
      context: LessonContext(
        framework: framework, layout: layout, lifecycle: lifecycle, settings: settings,
        folder: path, glossary: glossary),
      dialect: settings.dialect(at: path).flatMap(Dialect.init), inputRules: inputRules,
      rules: lessonRules, frontMatterRules: frontMatterRules, markdown: markdown,
      markdownSeverities: markdownSeverities, unusedSuppression: unusedSuppression,
      on: on.union(markdown.rulesOn))
  }

  /// Which rules of `markdown/` are on; `files` is nil for a page that they are not run on.
  private func configuration(
    _ rules: [any MarkdownRule], at path: RepoPath, _ files: FolderConfiguration?
  ) -> MarkdownConfiguration {
    let selection = selection ?? RuleSelection(only: Set(rules.map(\.info.id)))
    let base: MarkdownConfiguration.Base =
      selection.isMarkdownlint
      ? .markdownlint : .course(on: Set(rules.map(\.info).filter(selection.isOn).map(\.id)))
    var configuration = MarkdownConfiguration(base: base, members: files?.members ?? [])
    configuration.readsComments = files?.readsComments ?? true
    for info in rules.map(\.info) {
      let level = settings.level(of: info, at: path)
      var isOn: Bool?
      if selection.isFixed(info) {
        isOn = selection.isOn(info)
      } else if let level {
        isOn = level != .off
      } else if !info.isMarkdownlint {
        isOn = selection.isOn(info)
      }
      // What the command line or the academy switches off stays off, whatever a page says.
      if isOn == false { configuration.excluded.insert(info.id) }
      let options = settings.options(of: info.id, at: path)
      if isOn != nil || !options.isEmpty {
        configuration.overrides[info.id] = .init(isOn: isOn, options: options)
      }
    }
    return configuration
  }
}

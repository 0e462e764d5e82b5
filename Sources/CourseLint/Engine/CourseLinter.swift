import CourseModel
import Framework
import SourceCore

/// Runs the course rules on a course and its pages' facts.
public struct CourseLinter: Sendable {
  private let framework: Framework
  private let rules: [any Rule]
  private let settings: RuleSettings

  /// Makes a linter with the rules that are on.
  public init(
    framework: Framework, rules: [any Rule] = LintRules.onByDefault, settings: RuleSettings = .none
  ) {
    self.framework = framework
    self.settings = settings
    self.rules = rules
  }

  /// Whether one of some rules asks what the pages say, for which their facts are gathered.
  public static func needsFacts(_ rules: [any Rule]) -> Bool {
    rules.contains { rule in
      let facets = RuleFacets.of(rule)
      return facets.link != nil || facets.course.map { type(of: $0).readsPages } == true
    }
  }

  /// Two linters that find together what this one does and can do so at the same time: one for the
  /// rules about links, one for all others.
  public var halves: [CourseLinter] {
    let links = rules.filter { RuleFacets.of($0).link != nil }
    let others = rules.filter { RuleFacets.of($0).link == nil }
    return [links, others].filter { !$0.isEmpty }
      .map { CourseLinter(framework: framework, rules: $0, settings: settings) }
  }

  /// What the course rules find, unsorted.
  public func lint(_ facts: CourseFacts) -> [Diagnostic] {
    let course = facts.course
    let lifecycle = course.metadata.effectiveLifecycle
    let context = LessonContext(
      framework: framework, layout: course.layout, lifecycle: lifecycle, settings: settings,
      folder: course.folder)
    let severities = LessonLinter.severities(rules, framework, lifecycle)
    var diagnostics: [Diagnostic] = []
    let judged = rules.contains { RuleFacets.of($0).link != nil } ? JudgedLinks(facts) : nil
    for rule in rules {
      let info = rule.info
      let report = { (found: CourseFinding) in
        diagnostics.append(found.diagnostic(info, severities[info.id] ?? info.severity, in: course))
      }
      let facets = RuleFacets.of(rule)
      facets.course?.check(facts, context, report: report)
      if let judged { facets.link?.check(judged, context, report: report) }
    }
    return diagnostics
  }
}

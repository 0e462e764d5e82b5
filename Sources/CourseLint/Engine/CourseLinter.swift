import CourseModel
import Framework
import SourceCore

/// Runs the course rules on a course and its pages' facts.
public struct CourseLinter {
  private let framework: Framework
  private let rules: [any Rule]
  private let settings: RuleSettings

  /// Makes a linter with the rules that are on.
  public init(
    framework: Framework, rules: [any Rule] = LintRules.all, settings: RuleSettings = .none
  ) {
    self.framework = framework
    self.settings = settings
    self.rules = rules
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
    for case let rule as any CourseRule in rules {
      let info = rule.info
      rule.check(facts, context) { found in
        diagnostics.append(found.diagnostic(info, severities[info.id] ?? info.severity, in: course))
      }
    }
    return diagnostics
  }
}

import CourseModel
import Framework
import SourceCore

/// Runs the academy rules on the courses of an academy.
public struct AcademyLinter {
  private let framework: Framework
  private let rules: [any Rule]

  /// Makes a linter with the rules that are on.
  public init(framework: Framework, rules: [any Rule] = LintRules.all) {
    self.framework = framework
    self.rules = rules
  }

  /// What the academy rules find in one of the courses, unsorted.
  public func lint(_ index: Int, among courses: AcademyCourses) -> [Diagnostic] {
    let course = courses.all[index].course
    let lifecycle = course.metadata.effectiveLifecycle
    var diagnostics: [Diagnostic] = []
    for rule in rules.compactMap({ RuleFacets.of($0).academy }) {
      let info = rule.info
      var found = PlacedPacker(info, framework.severity(of: info, lifecycle: lifecycle))
      rule.check(index, among: courses) { $0.add(to: &found, in: course) }
      diagnostics += found.finish()
    }
    return diagnostics
  }
}

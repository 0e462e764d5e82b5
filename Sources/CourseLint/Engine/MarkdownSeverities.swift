import SourceCore

/// How much what rules of `markdown/` find in a page weighs.
struct MarkdownSeverities {
  private let plan: LessonPlan
  /// That of the finding before: a rule reports all that it finds in one go.
  private var last: (rule: RuleInfo, severity: Severity)?

  init(_ plan: LessonPlan) { self.plan = plan }

  /// The settings' severity, else that of markdownlint's configuration, else the framework's.
  mutating func severity(_ rule: RuleInfo, _ configured: Severity?) -> Severity {
    if let last, last.rule === rule { return last.severity }
    let known = plan.markdownSeverities[rule.id]
    let isSet = known?.isSet == true
    let severity = (isSet ? nil : configured) ?? known?.severity ?? rule.severity
    last = (rule, severity)
    return severity
  }
}

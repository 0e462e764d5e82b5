import Framework
import SourceCore

/// What the command line says of how courses are linted.
struct LintChoices {
  /// Longest page that is parsed, in bytes.
  let limit: Int
  /// A pipeline.json that was named; else each tree's own counts.
  let config: PipelineFile?
  /// A framework that was named; else that of pipeline.json, or the one inside the tool.
  let framework: Framework?
  /// Which rules are asked for.
  let rules: RuleChoice
  /// What the report asks of findings.
  let needs: DiagnosticNeeds
}

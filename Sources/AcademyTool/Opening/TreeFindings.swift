import SourceCore

extension OpenedTree {
  /// What is to be told once of the tree as a whole.
  var findings: [Diagnostic] {
    var found: [Diagnostic] = []
    func add(_ finding: Finding, _ rule: RuleInfo) {
      found.append(
        Diagnostic(finding, rule: rule, severity: rule.severity, path: ".", place: nil))
    }
    if repository == nil { add(NoRepository.finding, NoRepository.info) }
    if let headProblem { add(DamagedHistory.finding(headProblem), DamagedHistory.info) }
    return found
  }
}

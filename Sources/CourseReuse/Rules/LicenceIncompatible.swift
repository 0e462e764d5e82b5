import CourseModel
import SourceCore

/// Flags a lesson or file whose licence does not allow what is done with it.
struct LicenceIncompatible: ReuseRule {
  static let info = RuleInfo(
    id: "licence/incompatible", summary: "A licence does not allow what is done with a lesson.",
    why: """
      An office that passes on what it may not pass on has to take it back from everyone. What a \
      lesson goes back to counts, through all offices in between. The answer is the network's \
      reading of the licences, not legal advice.
      """, severity: .error, scope: .academy, source: "Course format 1, licence matrix")

  static let examples: [Example] = [
    LicenceExamples.good("CC-BY-4.0", into: "CC-BY-SA-4.0", kind: "adapted"),
    LicenceExamples.good("CC-BY-ND-4.0 OR CC-BY-4.0", into: "CC-BY-4.0", kind: "adapted"),
    LicenceExamples.good(
      "CC-BY-ND-4.0", into: "CC-BY-4.0",
      copy: "---\nlicense: CC-BY-ND-4.0\n---\nA branch is a name for a commit.\n\nMake one.\n"),
    LicenceExamples.bad("CC-BY-SA-4.0", into: "CC-BY-4.0", kind: "adapted"),
    LicenceExamples.bad("CC-BY-ND-4.0", into: "CC-BY-ND-4.0", kind: "translated"),
    LicenceExamples.bad("CC-BY-NC-SA-4.0", into: "CC-BY-4.0"),
    LicenceExamples.bad("CC-BY-SA-4.0", into: "CC-BY-4.0"),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    let groups = LicenceReport.groups(facts) { answer in
      switch answer {
      case .judged(.forbidden), .judged(.mustKeep): true
      default: false
      }
    }
    for group in groups {
      guard case .judged(let outcome) = group.first.answer else { continue }
      let (subject, isMany) = group.subject
      let fact = "\(subject) \(isMany ? "are" : "is") \(group.first.upstream) in \(group.release)"
      let all = group.first.own
      switch outcome {
      case .mustKeep(let pair):
        report(
          LicenceReport.finding(
            group, of: facts.course,
            "\(fact) and may only be copied under that licence, not under \(all)",
            help: "write `license: \(pair.upstream)` into the front matter",
            rule: LicenceMatrix.source(pair.upstream, pair.own)))
      case .forbidden(let pair):
        let message =
          group.first.use == .verbatim
          ? "\(fact) and may not be part of a course under \(pair.own)"
          : "\(fact) and may not be \(group.verb) under \(all)"
        report(
          LicenceReport.finding(
            group, of: facts.course, message, help: way(pair, group),
            rule: LicenceMatrix.source(pair.upstream, pair.own)))
      default: continue
      }
    }
  }

  private func way(_ pair: LicenceJudge.Pair, _ group: LicenceReport.Group) -> String {
    let ask = "ask its authors for a permission, or link to the lesson instead"
    // What another office has changed cannot be taken verbatim any more.
    guard group.first.use == .adaptation, group.declaration.kind != .verbatim,
      LicenceMatrix.cell(pair.upstream, pair.own) == .verbatimOnly
    else { return ask }
    if LicenceMatrix.forbidsAdaptations(pair.upstream) {
      return "take it verbatim and under its own licence, or ask its authors for a permission"
    }
    return "put the result under \(pair.upstream) with `license:` in its front matter, or "
      + "take it verbatim under its own licence"
  }
}

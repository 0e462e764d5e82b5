import CourseModel
import SourceCore

/// Flags a combination of licences that is permitted and that nobody recommends.
struct LicenceNotRecommended: ReuseRule {
  static let info = RuleInfo(
    id: "licence/not-recommended", summary: "A licence is combined as nobody recommends.",
    why: """
      Some conditions of the original go on to hold beneath a licence that does not show them: \
      whoever takes the lesson from here will break them unknowingly. An academy that accepts that \
      turns this rule off for the folder, in pipeline.json. Not legal advice.
      """, severity: .error, scope: .academy, source: "Course format 1, licence matrix")

  static let examples: [Example] = [
    LicenceExamples.good("CC-BY-4.0", into: "CC-BY-4.0", kind: "adapted"),
    LicenceExamples.good("CC0-1.0", into: "CC-BY-NC-4.0", kind: "adapted"),
    LicenceExamples.good("OGL-UK-3.0", into: "CC-BY-4.0", kind: "translated"),
    LicenceExamples.bad("CC-BY-NC-4.0", into: "CC-BY-4.0", kind: "adapted"),
    LicenceExamples.bad("CC-BY-4.0", into: "CC0-1.0", kind: "adapted"),
    LicenceExamples.bad("etalab-2.0", into: "CC0-1.0", kind: "translated"),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    let groups = LicenceReport.groups(facts) { answer in
      if case .judged(.notRecommended) = answer { return true }
      return false
    }
    for group in groups {
      guard case .judged(.notRecommended(let pair)) = group.first.answer else { continue }
      let (subject, isMany) = group.subject
      report(
        LicenceReport.finding(
          group, of: facts.course,
          "\(subject) \(isMany ? "are" : "is") \(group.first.upstream) in \(group.release): to be "
            + "\(group.verb) under \(group.first.own) is permitted and not recommended",
          help: "write `license: \(pair.upstream)` into the front matter, or accept it by turning "
            + "this rule off for the folder in pipeline.json",
          rule: LicenceMatrix.source(pair.upstream, pair.own)))
    }
  }
}

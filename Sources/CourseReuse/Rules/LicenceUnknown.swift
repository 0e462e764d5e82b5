import CourseModel
import SourceCore

/// Tells where it cannot be said whether a licence allows what is done.
struct LicenceUnknown: ReuseRule {
  static let info = RuleInfo(
    id: "licence/unknown", summary: "Nobody can say whether a reused lesson may be reused.",
    why: """
      Without a licence nothing may be copied. A licence outside the matrix may allow it, but \
      somebody has to read it first. Not legal advice.
      """, severity: .warning, scope: .academy, source: "Course format 1, licence matrix")

  static let examples: [Example] = [
    LicenceExamples.good("CC-BY-4.0", into: "CC-BY-4.0"),
    LicenceExamples.good("CC BY 4.0", into: "CC-BY-4.0"),
    LicenceExamples.good("LicenseRef-Office OR CC-BY-4.0", into: "CC-BY-4.0"),
    LicenceExamples.bad(nil, into: "CC-BY-4.0"),
    LicenceExamples.bad("LicenseRef-Office", into: "CC-BY-4.0"),
    LicenceExamples.bad("free for teachers", into: "CC-BY-4.0"),
  ]

  func check(_ facts: ReuseFacts, report: (ReuseFinding) -> Void) {
    let groups = LicenceReport.groups(facts) { answer in
      if case .gap = answer { return true }
      return false
    }
    for group in groups {
      guard case .gap(let gap) = group.first.answer else { continue }
      let (message, help) = described(gap, group)
      report(
        LicenceReport.finding(group, of: facts.course, message, help: help, rule: nil))
    }
  }

  private func described(_ gap: LicenceFinding.Gap, _ group: LicenceReport.Group)
    -> (String, String)
  {
    let (subject, isMany) = group.subject
    let ask = "ask \(group.release.split(separator: " ")[0]) to name an SPDX licence"
    switch gap {
    case .none:
      return (
        "\(group.release) names no licence, so nothing allows \(subject) to be \(group.verb)", ask
      )
    case .unreadable(let text):
      return (
        "the licence of \(subject) in \(group.release) is `\(WordList.line(text))`, which is no "
          + "SPDX expression", ask
      )
    case .notListed(let licence):
      return (
        "\(subject) \(isMany ? "are" : "is") \(group.first.upstream) in \(group.release) and "
          + "\(group.first.own) here, and the licence matrix does not have \(licence)",
        "read that licence; if it allows this, turn the rule off for the folder in pipeline.json"
      )
    case .origin(let course):
      return (
        "\(subject) \(isMany ? "go" : "goes") back to `\(course)`, whose licence cannot be told "
          + "from here", "name that course under `sources` in pipeline.json"
      )
    }
  }
}

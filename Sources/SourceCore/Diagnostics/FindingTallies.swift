/// Which findings of a file's rules are kept where not all are, and how many are not.
struct FindingTallies {
  /// One rule's.
  private struct Tally {
    let rule: RuleInfo
    let severity: Severity
    var kept = 0
    /// The farthest start of the first ones: what starts behind it is none of the first in the file.
    var farthest: UInt32 = 0
    var others = 0
    /// The last one that was not kept, which a rule may say twice.
    var last: (range: ByteRange, message: String)?
  }

  private var tallies: [Tally] = []
  private var places: [ObjectIdentifier: Int] = [:]
  /// That of the finding before: a rule reports what it finds in one go.
  private var latest = 0

  /// Whether a finding is kept, so that the first `limit` of its rule in the file are; if not, it is
  /// counted.
  mutating func keeps(
    _ finding: Finding, of rule: RuleInfo, _ severity: Severity, first limit: Int
  ) -> Bool {
    guard let range = finding.range else { return true }
    find(rule, severity)
    guard isFirst(range, severity, first: limit) else {
      if let last = tallies[latest].last, last.range == range, last.message == finding.message {
        return false
      }
      tallies[latest].last = (range, finding.message)
      tallies[latest].others += 1
      return false
    }
    tallies[latest].kept += 1
    tallies[latest].farthest = max(tallies[latest].farthest, range.lower)
    return true
  }

  /// Whether what a rule finds at a place is to be told, so that the first `limit` of them in the file
  /// are; if not, it is counted.
  mutating func isTold(
    _ range: ByteRange, of rule: RuleInfo, _ severity: Severity, first limit: Int
  ) -> Bool {
    find(rule, severity)
    if isFirst(range, severity, first: limit) { return true }
    tallies[latest].others += 1
    return false
  }

  /// Whether a finding of the latest rule may be one of the first in the file.
  private func isFirst(_ range: ByteRange, _ severity: Severity, first limit: Int) -> Bool {
    let tally = tallies[latest]
    return tally.kept < limit || range.lower <= tally.farthest || severity != tally.severity
  }

  /// How many were not kept, by rule; rules of which all were are not there.
  var others: [ObjectIdentifier: Int] {
    var others: [ObjectIdentifier: Int] = [:]
    for tally in tallies where tally.others > 0 {
      others[ObjectIdentifier(tally.rule)] = tally.others
    }
    return others
  }

  /// Makes the rule's tally the latest.
  private mutating func find(_ rule: RuleInfo, _ severity: Severity) {
    if latest < tallies.count, tallies[latest].rule === rule { return }
    latest = places[ObjectIdentifier(rule)] ?? tallies.count
    guard latest == tallies.count else { return }
    places[ObjectIdentifier(rule)] = latest
    tallies.append(Tally(rule: rule, severity: severity))
  }
}

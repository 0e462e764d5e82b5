import Identifiers
import SourceCore
import StructuredData

extension OverlayReader {
  /// The lifecycles that severities are given for; a deprecated course is judged as a stable one.
  static let stages: [Lifecycle] = [.preAlpha, .alpha, .beta, .stable]

  /// `severities`.
  mutating func readSeverities(_ overlay: inout Overlay) {
    for member in root["severities"]?.object ?? [] {
      guard let rule = names.rules[member.key] else {
        unknown(
          "rule", member.key, member.keyRange, among: names.rules.keys.sorted(),
          otherwise: "`academy rules` lists them")
        continue
      }
      var severities = base.agreement.severities[rule.id] ?? [:]
      var lowered: [String] = []
      for stage in Self.stages {
        let written = member.value.string ?? member.value[stage.rawValue]?.string
        guard let severity = written.flatMap({ Severity(rawValue: $0) }) else { continue }
        severities[stage] = severity
        let before = base.severity(of: rule, lifecycle: stage)
        if severity < before {
          lowered.append("\(severity.rawValue) instead of \(before.rawValue) in \(stage.article)")
        }
      }
      overlay.agreement.severities[rule.id] = severities
      guard !lowered.isEmpty else { continue }
      loosening(
        member.keyRange,
        "`\(rule.id)` weighs less than in \(base.name): \(Self.list(lowered)) course")
    }
  }

  /// `licences`.
  mutating func readLicences(_ overlay: inout Overlay) {
    guard let node = root["licences"] else { return }
    for entry in elements(node["allow"]) + elements(node["forbid"]) { checkLicence(entry) }
    overlay.licences = LicencePolicy(
      framework: name, allowed: texts(node["allow"]), forbidden: texts(node["forbid"]))
    let both = Set(texts(node["allow"])).intersection(texts(node["forbid"]))
    for entry in elements(node["forbid"]) where both.contains(entry.text) {
      fault(
        entry.range, "`\(entry.text)` is both allowed and forbidden", help: "keep one of the two")
    }
  }

  private mutating func checkLicence(_ entry: (text: String, range: ByteRange)) {
    let text = entry.text
    if text.utf8.last == UInt8(ascii: "*") {
      if SPDXIdentifiers.current.contains(where: { LicencePolicy.entry(text, matches: $0) }) {
        return
      }
      fault(
        entry.range, "no licence of SPDX's list begins with `\(text.dropLast())`",
        help: "look the ids up at https://spdx.org/licenses")
      return
    }
    if SPDXIdentifiers.license(text) != nil || text.hasPrefix("LicenseRef-") { return }
    let family = text + "-*"
    let isFamily = SPDXIdentifiers.current.contains {
      LicencePolicy.entry(family, matches: $0)
    }
    let meant = SPDXSuggestion(for: text)?.id
    fault(
      entry.range, "`\(text)` is not an SPDX licence id",
      help: isFamily
        ? "write `\(family)` for all licences that begin so"
        : meant.map { "did you mean `\($0)`?" } ?? "look the ids up at https://spdx.org/licenses")
  }
}

extension Lifecycle {
  /// `a stable`, `an alpha`, as it stands before `course`.
  var article: String { (self == .alpha ? "an " : "a ") + rawValue }
}

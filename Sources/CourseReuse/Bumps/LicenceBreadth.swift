import Identifiers

/// How much a licence permits, for telling whether a new one permits less.
///
/// This orders licences by the conditions that they are known for. It is no legal advice, and what
/// it does not know it does not compare.
enum LicenceBreadth {
  enum Change {
    case same, wider, narrower, other, unknown
  }

  private struct Conditions: OptionSet {
    let rawValue: Int
    static let credit = Conditions(rawValue: 1)
    static let sameLicence = Conditions(rawValue: 2)
    static let nonCommercial = Conditions(rawValue: 4)
    static let noDerivatives = Conditions(rawValue: 8)
    /// No licence at all: nothing is permitted.
    static let everything = Conditions(rawValue: 15)
  }

  /// What becomes of the permission when one licence, as written, is replaced by another.
  static func change(from old: String?, to new: String?) -> Change {
    if old == new { return .same }
    guard let before = conditions(old), let after = conditions(new) else { return .unknown }
    let keeps = before.allSatisfy { option in after.contains { $0.isSubset(of: option) } }
    let kept = after.allSatisfy { option in before.contains { $0.isSubset(of: option) } }
    return keeps ? (kept ? .other : .wider) : .narrower
  }

  /// The ways in which a work may be used, each with its conditions; nil where that is not known.
  private static func conditions(_ text: String?) -> [Conditions]? {
    guard let text else { return [.everything] }
    guard let expression = SPDXExpression(text) else { return nil }
    return conditions(expression.tree)
  }

  private static func conditions(_ tree: SPDXExpression.Tree) -> [Conditions]? {
    switch tree {
    case .license(let license): return conditions(license).map { [$0] }
    case .or(let parts):
      var all: [Conditions] = []
      for part in parts {
        guard let found = conditions(part) else { return nil }
        all += found
      }
      return all
    case .and(let parts):
      var all: [Conditions] = [[]]
      for part in parts {
        guard let found = conditions(part), all.count * found.count <= 64 else { return nil }
        all = all.flatMap { one in found.map { one.union($0) } }
      }
      return all
    }
  }

  private static func conditions(_ license: SPDXExpression.License) -> Conditions? {
    let id = license.id
    if id.hasPrefix("CC-BY") {
      var found: Conditions = .credit
      let parts = id.split(separator: "-")
      if parts.contains("NC") { found.insert(.nonCommercial) }
      if parts.contains("ND") { found.insert(.noDerivatives) }
      if parts.contains("SA") { found.insert(.sameLicence) }
      return found
    }
    if free.contains(id) { return [] }
    if credited.contains(id) || id.hasPrefix("BSD-") || id.hasPrefix("OGL-") { return .credit }
    for prefix in ["GPL-", "LGPL-", "AGPL-", "EUPL-", "MPL-", "CECILL-2"]
    where id.hasPrefix(prefix) {
      return [.credit, .sameLicence]
    }
    return nil
  }

  private static let free: Set<String> = ["CC0-1.0", "Unlicense", "0BSD", "MIT-0", "PDDL-1.0"]
  private static let credited: Set<String> = [
    "MIT", "ISC", "Apache-2.0", "etalab-2.0", "ODC-By-1.0", "NLOD-2.0", "Zlib",
  ]
}

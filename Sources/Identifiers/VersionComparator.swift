/// One bound of a range.
struct VersionComparator: Hashable, Sendable {
  enum Relation: Hashable, Sendable { case less, atMost, equal, atLeast, greater }

  let relation: Relation
  let version: SemVer

  init(_ relation: Relation, _ version: SemVer) {
    self.relation = relation
    self.version = version
  }

  /// Whether a version is on the right side of the bound.
  func admits(_ candidate: SemVer) -> Bool {
    let order = candidate.precedence(to: version)
    return switch relation {
    case .less: order < 0
    case .atMost: order <= 0
    case .equal: order == 0
    case .atLeast: order >= 0
    case .greater: order > 0
    }
  }
}

import Identifiers
import SourceCore

/// Judges whether material may be used as it is, by the licences on both sides.
///
/// Of upstream's alternatives (`OR`) the best counts, of what applies together (`AND`) the worst; of
/// this side's licences the worst, since the material is passed on under each. An exception only
/// adds to what upstream allows, so `WITH` is judged like the licence without it.
struct LicenceJudge {
  /// What is done with the material.
  enum Use: Hashable {
    case verbatim, adaptation
  }

  /// Two licences that decide.
  struct Pair: Hashable {
    let upstream: String
    let own: String
  }

  /// The answer, the better ones first.
  enum Outcome: Hashable {
    /// It may be used so.
    case allowed
    /// It is permitted, and better not done.
    case notRecommended(Pair)
    /// A copy may be passed on, but only under its own licence.
    case mustKeep(Pair)
    /// The matrix does not have this licence.
    case unknown(String)
    /// It may not be used so.
    case forbidden(Pair)

    fileprivate var rank: Int {
      switch self {
      case .allowed: 0
      case .notRecommended: 1
      case .mustKeep: 2
      case .unknown: 3
      case .forbidden: 4
      }
    }
  }

  /// What is done with it.
  let use: Use
  /// The licence that it gets here.
  let own: SPDXExpression
  /// The licence of the course that it becomes part of.
  let course: SPDXExpression

  /// Judges material under `upstream`.
  func judge(_ upstream: SPDXExpression) -> Outcome { judge(upstream.tree) }

  private func judge(_ tree: SPDXExpression.Tree) -> Outcome {
    switch tree {
    case .license(let license): judge(license.id)
    case .or(let parts): parts.map(judge).min { $0.rank < $1.rank } ?? .allowed
    case .and(let parts): Self.worst(parts.map(judge))
    }
  }

  private func judge(_ upstream: String) -> Outcome {
    var outcomes = own.licenses.map { convert(upstream, to: $0.id) }
    // What keeps its licence must still be allowed in the course's company.
    for license in course.licenses where !own.licenses.contains(license) {
      if license.id != upstream, LicenceMatrix.cell(upstream, license.id) == .nothing {
        outcomes.append(.forbidden(Pair(upstream: upstream, own: license.id)))
      }
    }
    return Self.worst(outcomes)
  }

  private func convert(_ upstream: String, to own: String) -> Outcome {
    let pair = Pair(upstream: upstream, own: own)
    if use == .adaptation, LicenceMatrix.forbidsAdaptations(upstream) { return .forbidden(pair) }
    if upstream == own {
      return SPDXIdentifiers.license(upstream) == nil ? .unknown(upstream) : .allowed
    }
    switch LicenceMatrix.cell(upstream, own) {
    case .adapt: return .allowed
    case .notRecommended: return .notRecommended(pair)
    case .verbatimOnly: return use == .verbatim ? .mustKeep(pair) : .forbidden(pair)
    case .nothing: return .forbidden(pair)
    case nil: return .unknown(LicenceMatrix.knows(upstream) ? own : upstream)
    }
  }

  private static func worst(_ outcomes: [Outcome]) -> Outcome {
    outcomes.max { $0.rank < $1.rank } ?? .allowed
  }
}

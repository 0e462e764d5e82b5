import Identifiers
import SourceCore

/// Which licences a framework's courses may have.
public struct LicencePolicy: Sendable, Hashable {
  /// The framework that says so.
  public let framework: String
  /// The only ones; empty where all that are not forbidden will do.
  public let allowed: [String]
  /// Those that will not do.
  public let forbidden: [String]

  /// Whether an entry of a list, an id or the beginning of ids with `*` behind it, means an id.
  static func entry(_ entry: String, matches id: String) -> Bool {
    let (entry, id) = (asciiLowercased(entry), asciiLowercased(id))
    guard entry.utf8.last == UInt8(ascii: "*") else { return entry == id }
    return id.utf8.starts(with: entry.utf8.dropLast())
  }

  func refusal(of id: String) -> LicenceRefusal? {
    if forbidden.contains(where: { Self.entry($0, matches: id) }) {
      return LicenceRefusal(licence: id, framework: framework, allowed: allowed, isForbidden: true)
    }
    guard !allowed.isEmpty, !allowed.contains(where: { Self.entry($0, matches: id) }) else {
      return nil
    }
    return LicenceRefusal(licence: id, framework: framework, allowed: allowed, isForbidden: false)
  }
}

/// Why a licence will not do.
public struct LicenceRefusal: Sendable, Hashable {
  /// The licence's SPDX id.
  public let licence: String
  /// The framework that refuses it.
  public let framework: String
  /// The only licences that this framework takes; empty where it does not list them.
  public let allowed: [String]
  /// Whether it is on the list of forbidden ones, not just missing from the other.
  public let isForbidden: Bool
}

extension Framework {
  /// Which licences courses may have, the innermost framework first.
  public var licencePolicies: [LicencePolicy] { overlays.compactMap(\.licences) }

  /// Why a work under these licences will not do; nil where it will.
  ///
  /// Of licences that a receiver may choose from, one that will do is enough.
  public func refusal(of expression: SPDXExpression) -> LicenceRefusal? {
    let policies = licencePolicies
    return policies.isEmpty ? nil : Self.refusal(of: expression.tree, policies)
  }

  private static func refusal(
    of tree: SPDXExpression.Tree, _ policies: [LicencePolicy]
  ) -> LicenceRefusal? {
    switch tree {
    case .license(let license):
      return policies.lazy.compactMap { $0.refusal(of: license.id) }.first
    case .and(let parts):
      return parts.lazy.compactMap { refusal(of: $0, policies) }.first
    case .or(let parts):
      let refusals = parts.map { refusal(of: $0, policies) }
      return refusals.contains { $0 == nil } ? nil : refusals.first ?? nil
    }
  }
}

import SourceCore

/// A licence expression of SPDX 2.3 (`CC-BY-4.0`, `MIT OR Apache-2.0`), with ids in SPDX's spelling.
public struct SPDXExpression: Hashable, Sendable, CustomStringConvertible {
  /// One licence of an expression.
  public struct License: Hashable, Sendable, CustomStringConvertible {
    /// An id of the list, or a reference (`LicenseRef-…`, `DocumentRef-…:LicenseRef-…`).
    public let id: String
    /// Whether `+` follows: this version or a later one.
    public let orLater: Bool
    /// The exception behind `WITH`.
    public let exception: String?

    /// Whether it names a licence outside of SPDX's list.
    public var isReference: Bool { id.hasPrefix("LicenseRef-") || id.hasPrefix("DocumentRef-") }

    /// The licence as it stands in an expression.
    public var description: String {
      id + (orLater ? "+" : "") + (exception.map { " WITH " + $0 } ?? "")
    }
  }

  /// How the licences are combined.
  public indirect enum Tree: Hashable, Sendable {
    /// One licence.
    case license(License)
    /// All of them apply.
    case and([Tree])
    /// Who receives the work may choose.
    case or([Tree])
  }

  /// How the licences are combined.
  public let tree: Tree

  /// Reads an expression; nil for a text that is none.
  public init?(_ text: some StringProtocol) {
    guard let expression = try? SPDXExpression(parsing: text) else { return nil }
    self = expression
  }

  /// Reads an expression and says what is wrong with a text that is none.
  public init(parsing text: some StringProtocol) throws(IdentifierError) {
    var parser = SPDXExpressionParser(text)
    tree = try parser.expression()
  }

  /// All licences in the order they are written, repeated ones once.
  public var licenses: [License] {
    var result: [License] = []
    func visit(_ tree: Tree) {
      switch tree {
      case .license(let license): if !result.contains(license) { result.append(license) }
      case .and(let parts), .or(let parts): parts.forEach(visit)
      }
    }
    visit(tree)
    return result
  }

  /// The one licence of an expression that combines nothing; nil for any other.
  public var single: License? {
    guard case .license(let license) = tree else { return nil }
    return license
  }

  /// Ids that SPDX has replaced, such as `GPL-3.0`.
  public var deprecatedIDs: [String] {
    licenses.map { $0.orLater ? $0.id + "+" : $0.id }.filter(SPDXIdentifiers.isDeprecated)
  }

  /// The expression in SPDX's spelling, with the parentheses it needs.
  public var description: String { Self.text(tree, inside: nil) }

  private enum Operator { case and, or }

  private static func text(_ tree: Tree, inside outer: Operator?) -> String {
    switch tree {
    case .license(let license): return license.description
    case .and(let parts):
      return parts.map { text($0, inside: .and) }.joined(separator: " AND ")
    case .or(let parts):
      let joined = parts.map { text($0, inside: .or) }.joined(separator: " OR ")
      return outer == .and ? "(\(joined))" : joined
    }
  }
}

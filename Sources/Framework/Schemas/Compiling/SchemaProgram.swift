import Patterns
import StructuredData

/// Schemas compiled into flat tables.
final class SchemaProgram: Sendable {
  /// One schema.
  struct Node: Sendable {
    /// Its checks in `checks`.
    var checks: Range<Int> = 0..<0
    let resource: Int
    /// Whether it applies schemas to the same value.
    var isComposite = false
    /// Whether it must know which entries were looked at by others.
    var tracks = false
  }

  /// `prefixItems` and `items`.
  struct Elements: Sendable {
    var prefix: [Int] = []
    var rest: Int?
  }

  /// `contains`, with its bounds.
  struct Contains: Sendable {
    let schema: Int
    var least = 1
    var most: Int?
  }

  /// `properties`, `patternProperties` and `additionalProperties`.
  struct Members: Sendable {
    var named: [ExactText: Int] = [:]
    var patterns: [(pattern: Pattern, schema: Int)] = []
    var additional: Int?
  }

  /// `if`, `then` and `else`.
  struct Conditional: Sendable {
    let condition: Int
    var then: Int?
    var otherwise: Int?
  }

  /// `$dynamicRef` that leads to a `$dynamicAnchor`.
  struct DynamicReference: Sendable {
    /// Where it leads if nothing outside has such an anchor.
    let fallback: Int
    let anchor: String
    /// The schema with that anchor in each resource that has one.
    var targets: [Int: Int] = [:]
  }

  /// The tables while they are being filled.
  struct Tables: Sendable {
    var nodes: [Node] = []
    var locations: [SchemaLocation] = []
    var checks: [SchemaCheck] = []
    var numbers: [ExactNumber] = []
    var valueSets: [ValueSet] = []
    var patterns: [Pattern] = []
    var names: [[String]] = []
    var elements: [Elements] = []
    var contains: [Contains] = []
    var members: [Members] = []
    var dependentRequired: [[(name: String, required: [String])]] = []
    var dependentSchemas: [[(name: String, schema: Int)]] = []
    var branches: [[Int]] = []
    var conditionals: [Conditional] = []
    var dynamicReferences: [DynamicReference] = []
  }

  let nodes: [Node]
  let checks: [SchemaCheck]
  let tables: Tables
  /// Index of the schema that a validator starts with.
  let root: Int
  /// For the URIs of schemas.
  let registry: SchemaRegistry
  /// Whether it matters through which resources a schema was reached.
  let hasDynamicReferences: Bool

  init(_ tables: Tables, root: Int, registry: SchemaRegistry) {
    nodes = tables.nodes
    checks = tables.checks
    self.tables = tables
    self.root = root
    self.registry = registry
    hasDynamicReferences = !tables.dynamicReferences.isEmpty
  }

  /// The URI of a schema, for a message.
  func uri(_ schema: Int) -> String { registry.uri(of: tables.locations[schema]) }
}

import Patterns
import StructuredData

/// What a message needs to know about one schema.
struct SchemaFacts {
  var types: [JSONType] = []
  var enumeration: [DataNode]?
  var constant: DataNode?
  /// The format, where it is checked.
  var format: ValueFormat?
  var required: [String] = []
  /// Schemas of the fields by name.
  var properties: [String: Int] = [:]
  /// Names of `properties` in the schema's order.
  var propertyNamesInOrder: [String] = []
  /// Beginnings of the names that `patternProperties` lets through, from patterns such as `^x-`.
  var freePrefixes: [String] = []
  /// Branches of `anyOf` and of `oneOf`.
  var alternatives: [Int] = []
  /// Branches of `allOf`.
  var parts: [Int] = []
  /// The schema that `$ref` leads to.
  var reference: Int?
  /// Whether no value fits.
  var isNever = false
  /// The schema as it is written.
  let node: DataNode

  // Annotations.
  var description: String?
  var noun: String?
  var example: String?
  var vocabulary: String?
  var synonyms: [String: String] = [:]

  init(_ schema: Int, in program: SchemaProgram) {
    node = program.tables.locations[schema].node
    types = Self.types(node["type"])
    enumeration = node["enum"]?.array
    constant = node["const"]
    required = node["required"]?.array?.compactMap(\.string) ?? []
    description = node["description"]?.string
    noun = node["x-noun"]?.string
    example = node["x-example"]?.string
    vocabulary = node["x-vocabulary"]?.string
    for member in node["x-synonyms"]?.object ?? [] {
      synonyms[member.key] = member.value.string
    }
    for i in program.nodes[schema].checks { read(program.checks[i], program) }
  }

  private mutating func read(_ check: SchemaCheck, _ program: SchemaProgram) {
    switch check {
    case .never: isNever = true
    case .format(let format): self.format = format
    case .reference(let target): reference = target
    case .anyOf(let i), .oneOf(let i): alternatives += program.tables.branches[i]
    case .allOf(let i): parts += program.tables.branches[i]
    case .members(let i):
      let members = program.tables.members[i]
      for member in node["properties"]?.object ?? [] {
        guard let schema = members.named[ExactText(member.key)] else { continue }
        propertyNamesInOrder.append(member.key)
        properties[member.key] = schema
      }
      freePrefixes = members.patterns.filter { program.nodes[$0.schema].checks.isEmpty }
        .compactMap(\.pattern.literalPrefix)
    default: break
    }
  }

  private static func types(_ node: DataNode?) -> [JSONType] {
    let names = node?.string.map { [$0] } ?? node?.array?.compactMap(\.string) ?? []
    return names.compactMap { JSONType(rawValue: $0) }
  }

  /// Whether its values are texts, by its type or by the values it lists.
  var isText: Bool {
    if !types.isEmpty { return types == [.string] }
    return enumeration?.allSatisfy { $0.string != nil } ?? (constant?.string != nil)
  }

  /// The values it lists; nil where it lists none.
  var listed: [DataNode]? { enumeration ?? constant.map { [$0] } }

  /// Whether it is for values of this type.
  func takes(_ node: DataNode) -> Bool {
    if isNever { return false }
    if !types.isEmpty { return types.contains { $0.fits(node) } }
    if !alternatives.isEmpty { return true }
    return !isText || node.string != nil
  }

  /// With the fields that schemas of the same value know, for `unevaluatedProperties`.
  func withFieldsInPlace(_ program: SchemaProgram) -> SchemaFacts {
    var result = self
    var pending = [self]
    var left = 30
    while let next = pending.popLast(), left > 0 {
      left -= 1
      for name in next.propertyNamesInOrder where result.properties[name] == nil {
        result.properties[name] = next.properties[name]
        result.propertyNamesInOrder.append(name)
      }
      let inner = next.alternatives + next.parts + (next.reference.map { [$0] } ?? [])
      pending += inner.map { SchemaFacts($0, in: program) }
    }
    return result
  }
}

import StructuredData

/// One schema object, with the keywords that this module knows; a nil keyword asks for nothing.
struct Schema: Sendable {
  /// What `additionalProperties` says of a field that no other keyword names.
  enum Additional: Sendable {
    case any
    case none
    case schema(SchemaDocument.ID)
  }

  struct Conditional: Sendable {
    let condition: SchemaDocument.ID
    let then: SchemaDocument.ID?
    let otherwise: SchemaDocument.ID?
  }

  var types: [JSONType] = []
  var enumeration: [DataNode]?
  var constant: DataNode?
  var format: ValueFormat?
  var minLength: Int?
  var minimum: Double?
  var maximum: Double?
  var minItems: Int?
  var uniqueItems = false
  var items: SchemaDocument.ID?
  var required: [String] = []
  var properties: [String: SchemaDocument.ID] = [:]
  /// Names of `properties` in the schema's order.
  var propertyNamesInOrder: [String] = []
  /// Beginnings of the names that `patternProperties` lets through, from patterns such as `^x-`.
  var freePrefixes: [String] = []
  var additional = Additional.any
  var minProperties: Int?
  var propertyNames: SchemaDocument.ID?
  /// Branches of `anyOf` and of `oneOf`.
  var alternatives: [SchemaDocument.ID] = []
  var conditional: Conditional?
  var reference: SchemaDocument.ID?

  // Annotations.
  var description: String?
  var noun: String?
  var example: String?
  var vocabulary: String?
  var synonyms: [String: String] = [:]

  /// Whether a field of this name is let through whatever it holds.
  func isFree(_ name: String) -> Bool {
    freePrefixes.contains { name.utf8.starts(with: $0.utf8) }
  }
}

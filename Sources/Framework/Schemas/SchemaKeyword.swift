/// Where the keywords of draft 2020-12 hold schemas.
enum SchemaKeyword {
  /// How a keyword's value holds schemas.
  enum Shape {
    case schema, list, map
  }

  /// How a keyword's value holds schemas; nil for one that holds none.
  static func shape(_ keyword: String) -> Shape? { shapes[keyword] }

  private static let shapes: [String: Shape] = [
    "additionalProperties": .schema, "items": .schema, "contains": .schema, "not": .schema,
    "if": .schema, "then": .schema, "else": .schema, "propertyNames": .schema,
    "unevaluatedItems": .schema, "unevaluatedProperties": .schema, "contentSchema": .schema,
    "allOf": .list, "anyOf": .list, "oneOf": .list, "prefixItems": .list,
    "$defs": .map, "definitions": .map, "properties": .map, "patternProperties": .map,
    "dependentSchemas": .map,
  ]
}

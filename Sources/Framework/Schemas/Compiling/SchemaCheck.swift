/// One demand of a schema, ready to be checked. Numbers are indices of a `SchemaProgram`'s tables,
/// so that a check is small and copying it costs nothing.
enum SchemaCheck: Sendable {
  /// The schema is `false`.
  case never
  case type(JSONTypes)
  case values(Int, isConstant: Bool)

  case multipleOf(Int)
  case minimum(Int)
  case maximum(Int)
  case exclusiveMinimum(Int)
  case exclusiveMaximum(Int)

  case minLength(Int)
  case maxLength(Int)
  case pattern(Int)
  case format(ValueFormat)

  case minItems(Int)
  case maxItems(Int)
  case uniqueItems
  case elements(Int)
  case contains(Int)

  case minProperties(Int)
  case maxProperties(Int)
  case required(Int)
  case dependentRequired(Int)
  case propertyNames(schema: Int)
  case members(Int)
  case dependentSchemas(Int)

  case reference(schema: Int)
  case dynamicReference(Int)
  case allOf(Int)
  case anyOf(Int)
  case oneOf(Int)
  case not(schema: Int)
  case conditional(Int)

  case unevaluatedItems(schema: Int)
  case unevaluatedProperties(schema: Int)

  /// Order of checking: cheap ones first, and last those that must know what the others found.
  var rank: Int {
    switch self {
    case .never, .type: 0
    case .values: 1
    case .unevaluatedItems, .unevaluatedProperties: 4
    case .reference, .dynamicReference, .allOf, .anyOf, .oneOf, .not, .conditional,
      .dependentSchemas:
      3
    default: 2
    }
  }

  /// Whether it applies schemas to the same value, which is where a schema may meet itself.
  var isInPlace: Bool { rank == 3 }
}

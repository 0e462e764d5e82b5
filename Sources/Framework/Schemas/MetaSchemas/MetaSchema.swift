/// The meta-schemas that are known without being registered.
enum MetaSchema {
  private static let base = "https://json-schema.org/draft/2020-12/"

  /// The text of a meta-schema or of one of its vocabularies; nil for any other URI.
  static func text(_ uri: String) -> String? {
    if uri == SchemaDialect.academyURI { return academy }
    guard uri.hasPrefix(base) else { return nil }
    return published(uri.dropFirst(base.count))
  }

  /// Draft 2020-12 with the formats and the notes for messages of training courses.
  private static let academy = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:academy:schema:meta:1",
      "$vocabulary": {
        "https://json-schema.org/draft/2020-12/vocab/core": true,
        "https://json-schema.org/draft/2020-12/vocab/applicator": true,
        "https://json-schema.org/draft/2020-12/vocab/unevaluated": true,
        "https://json-schema.org/draft/2020-12/vocab/validation": true,
        "https://json-schema.org/draft/2020-12/vocab/meta-data": true,
        "https://json-schema.org/draft/2020-12/vocab/content": true,
        "urn:academy:vocabulary:courses:1": true
      },
      "$dynamicAnchor": "meta",
      "title": "the schema",
      "description": "Schemas of training courses: draft 2020-12, with formats that are checked.",
      "allOf": [{"$ref": "https://json-schema.org/draft/2020-12/schema"}],
      "type": ["object", "boolean"],
      "properties": {
        "x-noun": {"description": "What a message calls the value.", "type": "string"},
        "x-example": {"description": "What a message shows as an example.", "type": "string"},
        "x-vocabulary": {"description": "Name of the list that `enum` repeats.", "type": "string"},
        "x-synonyms": {
          "description": "Names of fields that authors bring along, with ours.",
          "type": "object", "additionalProperties": {"type": "string"}
        }
      }
    }
    """#
}

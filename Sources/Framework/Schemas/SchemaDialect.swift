/// The vocabularies that a schema is written in.
struct SchemaDialect: OptionSet, Sendable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let applicator = SchemaDialect(rawValue: 1)
  static let unevaluated = SchemaDialect(rawValue: 2)
  static let validation = SchemaDialect(rawValue: 4)
  /// `format` is checked, not only noted.
  static let formatAssertion = SchemaDialect(rawValue: 8)

  /// Draft 2020-12 as its own meta-schema has it.
  static let standard: SchemaDialect = [.applicator, .unevaluated, .validation]
  /// The meta-schema of draft 2020-12.
  static let standardURI = "https://json-schema.org/draft/2020-12/schema"
  /// Our own meta-schema: draft 2020-12 with our vocabulary, under which formats are checked.
  static let academyURI = "urn:academy:schema:meta:1"
  /// Our own vocabulary: the formats of training courses, and notes for messages.
  static let academyVocabulary = "urn:academy:vocabulary:courses:1"

  private static let base = "https://json-schema.org/draft/2020-12/vocab/"

  /// What a vocabulary switches on; nil for one that is not known here.
  static func vocabulary(_ uri: String) -> SchemaDialect? {
    if uri == academyVocabulary { return .formatAssertion }
    guard uri.hasPrefix(base) else { return nil }
    switch uri.dropFirst(base.count) {
    case "applicator": return .applicator
    case "unevaluated": return .unevaluated
    case "validation": return .validation
    case "format-assertion": return .formatAssertion
    case "core", "meta-data", "format-annotation", "content": return []
    default: return nil
    }
  }
}

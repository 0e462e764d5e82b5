import SourceCore
import StructuredData

/// Chooses, of several branches of a schema, the one an author meant.
struct AlternativeChoice {
  enum Outcome {
    /// A branch takes the value.
    case fits
    /// What the meant branch finds wrong.
    case problems([SchemaProblem])
    /// No branch takes such a value.
    case mismatch(SchemaProblem)
  }

  let outcome: Outcome

  init(_ place: Validator.Place, branches: [SchemaDocument.ID], in validator: Validator) {
    let schemas = branches.map { validator.document.resolved($0) }
    var fitting = branches.indices.filter { Self.takes(schemas[$0], place.node) }
    if fitting.isEmpty, place.node.isUnquotedScalar {
      // A number may be a text that lacks its quotes.
      fitting = branches.indices.filter { schemas[$0].isText }
    }
    guard !fitting.isEmpty else {
      outcome = .mismatch(TypeMismatch(place, branches: schemas, in: validator).problem)
      return
    }
    let found = fitting.map { validator.problems(of: place, branches[$0]) }
    if found.contains(where: \.isEmpty) {
      outcome = .fits
    } else if fitting.count > 1, fitting.allSatisfy({ schemas[$0].format != nil }) {
      outcome = .mismatch(Self.noFormat(found, fitting.map { schemas[$0] }, place, validator))
    } else {
      let keys = place.node.object?.map(\.key) ?? []
      let known = fitting.map { i in
        keys.count { schemas[i].properties[$0] != nil || schemas[i].synonyms[$0] != nil }
      }
      let best = known.indices.max { known[$0] < known[$1] } ?? 0
      let first = known.firstIndex(of: known[best]) ?? 0
      outcome = .problems(found[first])
    }
  }

  /// Whether a branch is for values of this type.
  private static func takes(_ schema: Schema, _ node: DataNode) -> Bool {
    if !schema.types.isEmpty { return schema.types.contains { $0.fits(node) } }
    if !schema.alternatives.isEmpty { return true }
    return !schema.isText || node.string != nil
  }

  /// One problem for a text that is of none of several formats.
  private static func noFormat(
    _ found: [[SchemaProblem]], _ schemas: [Schema], _ place: Validator.Place,
    _ validator: Validator
  ) -> SchemaProblem {
    let nouns = schemas.map { TypeMismatch.noun(of: $0) }.joined(separator: " or ")
    let text = place.node.stringValue ?? ""
    let fix = found.joined().compactMap(\.fix).first
    return SchemaProblem(
      range: place.flagged, pointer: place.path.pointer, keyword: "format",
      message: "\(validator.name(place.path)) must be \(nouns); `\(text)` is neither",
      help: fix?.title ?? found.first?.first?.help, fix: fix)
  }
}

extension Schema {
  /// Whether its values are texts, by its type or by the values it lists.
  var isText: Bool {
    if !types.isEmpty { return types == [.string] }
    return enumeration?.allSatisfy { $0.string != nil } ?? (constant?.string != nil)
  }
}

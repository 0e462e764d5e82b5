import SourceCore

/// Says that a map lacks a field it cannot do without.
struct MissingField {
  let problem: SchemaProblem

  init(_ field: String, in place: Validator.Place, schema: Schema, validator: Validator) {
    let isRoot = place.path.steps.isEmpty
    let subject = validator.name(place.path)
    var help: String?
    if let id = schema.properties[field] {
      let property = validator.document[id]
      if let description = property.description ?? validator.document.resolved(id).description {
        help = "add `\(field)`: \(Self.asClause(description))"
      }
    }
    problem = SchemaProblem(
      range: place.flagged, pointer: place.path.pointer, keyword: "required",
      message: isRoot ? "`\(field)` is missing from \(subject)" : "\(subject) has no `\(field)`",
      help: help)
  }

  /// A description that follows a colon: its first letter small, without the full stop at its end.
  private static func asClause(_ description: String) -> String {
    let isAcronym = description.dropFirst().first?.isUppercase ?? false
    var text =
      isAcronym ? description : description.prefix(1).lowercased() + description.dropFirst()
    if text.last == "." { text.removeLast() }
    return text
  }
}

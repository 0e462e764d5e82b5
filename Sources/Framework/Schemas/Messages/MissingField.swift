import SourceCore

/// Says that a map lacks a field it cannot do without.
struct MissingField {
  let problem: SchemaProblem

  init(_ field: String, in place: InstancePlace, schema: SchemaFacts, words: Wording) {
    let isRoot = place.path.steps.isEmpty
    let subject = words.name(place)
    var help: String?
    if let id = schema.properties[field] {
      if let description = words.facts(id).description ?? words.resolved(id).description {
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

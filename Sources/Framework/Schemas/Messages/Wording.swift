import StructuredData

/// What messages are made of besides the value: the schemas' own words and the vocabularies.
struct Wording {
  let program: SchemaProgram
  /// The framework's vocabularies by name, asked for only where a value is wrong.
  let vocabulary: (String) -> Vocabulary?

  /// What a message calls a value: its path in backticks, or the document's title.
  func name(_ place: InstancePlace) -> String {
    if place.isKey { return "the key `\(place.node.string ?? "")`" }
    if !place.path.steps.isEmpty { return "`\(place.path.name)`" }
    return program.tables.locations[program.root].node["title"]?.string ?? "the document"
  }

  func facts(_ schema: Int) -> SchemaFacts { SchemaFacts(schema, in: program) }

  /// The facts of a schema, or of the one that it only refers to.
  func resolved(_ schema: Int) -> SchemaFacts {
    var facts = facts(schema)
    var steps = 0
    while let reference = facts.reference, facts.types.isEmpty, steps < 50 {
      facts = self.facts(reference)
      steps += 1
    }
    return facts
  }
}

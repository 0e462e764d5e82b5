import StructuredData

extension Evaluation {
  /// Maps with more entries than this are looked up in by hash.
  private static let few = 16

  /// `minProperties`, `maxProperties`, `required`, `dependentRequired`, `propertyNames`,
  /// `properties`, `patternProperties`, `additionalProperties`, `dependentSchemas` of a map.
  mutating func mapHolds(
    _ check: SchemaCheck, _ schema: Int, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    guard case .object(let members) = instance.node(place).content else { return true }
    switch check {
    case .minProperties(let least): return members.count >= least
    case .maxProperties(let most): return members.count <= most
    case .required(let i):
      let names = program.tables.names[i]
      try spend(names.count / 4, schema)
      return has(names, members)
    case .dependentRequired(let i):
      for entry in program.tables.dependentRequired[i] where has([entry.name], members) {
        try spend(entry.required.count / 4, schema)
        guard has(entry.required, members) else { return false }
      }
      return true
    case .dependentSchemas(let i):
      for entry in program.tables.dependentSchemas[i] where has([entry.name], members) {
        guard try holds(entry.schema, place, scope, tracker) else { return false }
      }
      return true
    case .propertyNames(let names):
      let first = instance.firstChild(place)
      for i in members.indices {
        guard try holds(names, instance.key(ofChild: first + i), scope) else { return false }
      }
      return true
    case .members(let i):
      let table = program.tables.members[i]
      let first = instance.firstChild(place)
      for (i, member) in members.enumerated() {
        guard try holds(table, member.key, schema, first + i, scope, tracker, i) else {
          return false
        }
      }
      return true
    default: return true
    }
  }

  /// Whether one entry fits all schemas for its key.
  private mutating func holds(
    _ table: SchemaProgram.Members, _ key: String, _ schema: Int, _ child: Int, _ scope: Int,
    _ tracker: Int, _ offset: Int
  ) throws(SchemaLimit) -> Bool {
    var isKnown = false
    if let target = table.named[ExactText(key)] {
      guard try holds(target, child, scope) else { return false }
      isKnown = true
    }
    for entry in table.patterns where try matches(entry.pattern, key, schema) {
      guard try holds(entry.schema, child, scope) else { return false }
      isKnown = true
    }
    if !isKnown, let target = table.additional {
      guard try holds(target, child, scope) else { return false }
      isKnown = true
    }
    if isKnown, tracker >= 0 { marks[tracker + offset] = true }
    return true
  }

  private func has(_ names: [String], _ members: [DataNode.Member]) -> Bool {
    if members.count <= Self.few || names.count == 1 {
      return names.allSatisfy { name in
        members.contains { ExactText.areSame($0.key, name) }
      }
    }
    let keys = Set(members.lazy.map { ExactText($0.key) })
    return names.allSatisfy { keys.contains(ExactText($0)) }
  }
}

import StructuredData

extension Evaluation {
  mutating func allOf(
    _ index: Int, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    for branch in program.tables.branches[index] {
      guard try holds(branch, place, scope, tracker) else { return false }
    }
    return true
  }

  mutating func anyOf(
    _ index: Int, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    var isFound = false
    for branch in program.tables.branches[index] {
      guard try holdsAlone(branch, place, scope, tracker) else { continue }
      isFound = true
      // Each branch that fits may have looked at other entries.
      if tracker < 0 { break }
    }
    return isFound
  }

  mutating func oneOf(
    _ index: Int, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    var isFound = false
    for branch in program.tables.branches[index] {
      guard try holdsAlone(branch, place, scope, tracker) else { continue }
      if isFound { return false }
      isFound = true
    }
    return isFound
  }

  /// `if`, `then` and `else`.
  mutating func conditionHolds(
    _ index: Int, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    let conditional = program.tables.conditionals[index]
    let condition = try holdsAlone(conditional.condition, place, scope, tracker)
    guard let next = condition ? conditional.then : conditional.otherwise else { return true }
    return try holds(next, place, scope, tracker)
  }

  /// Whether a schema fits whose failure is no failure: its marks count only where it does.
  private mutating func holdsAlone(
    _ schema: Int, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    guard tracker >= 0 else { return try holds(schema, place, scope) }
    let own = openTracker(place)
    defer { closeTracker(own) }
    try spend(instance.childCount(place) / 8, schema)
    guard try holds(schema, place, scope, own) else { return false }
    mergeTracker(own, into: tracker)
    return true
  }

  /// `unevaluatedItems` and `unevaluatedProperties`.
  mutating func unevaluatedHold(
    _ target: Int, _ schema: Int, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    let first = instance.firstChild(place)
    for i in 0..<instance.childCount(place) where !marks[tracker + i] {
      guard try holds(target, first + i, scope) else { return false }
      marks[tracker + i] = true
    }
    return true
  }
}

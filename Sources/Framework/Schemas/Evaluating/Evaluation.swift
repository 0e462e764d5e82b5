import Patterns
import StructuredData

/// Says whether one value fits a program's schemas.
///
/// Places are indices of the instance, schemas indices of the program. A `scope` is the list of
/// resources through which a schema was reached. A `tracker` is where in `marks` the entries of the
/// value are marked that a schema has looked at; -1 where nobody asks.
struct Evaluation {
  let program: SchemaProgram
  let instance: Instance
  let matcher = PatternMatcher()
  var marks: [Bool] = []
  private(set) var scopes = ScopeTable()
  private var steps = 0
  private let stepLimit: Int
  private var depth = 0
  /// The schemas being applied, each with its place; those to one place stand together.
  private var active: [Application] = []
  private var results: [Application: Result] = [:]
  /// Marks that the results hold together.
  private var resultSize = 0
  private var hashes: [Int]?

  struct Application: Hashable {
    let schema: Int
    let place: Int
    let scope: Int
  }

  /// What applying a schema came to.
  private struct Result {
    let holds: Bool
    /// The entries it marked; nil where nobody asked.
    let marked: [Int]?
  }

  /// Levels of schemas applied inside one another.
  private static let depthLimit = 1_500
  /// Steps from which on results are remembered: it pays only where much is done again and again.
  private let patience: Int
  private static let resultLimit = 2_000_000

  init(_ program: SchemaProgram, _ instance: Instance) {
    self.program = program
    self.instance = instance
    stepLimit = 10_000_000 + 200 * instance.count
    patience = 50_000 + 20 * instance.count
  }

  // MARK: - Schemas

  /// Whether a value fits a schema.
  mutating func holds(
    _ schema: Int, _ place: Int, _ scope: Int, _ tracker: Int = -1
  ) throws(SchemaLimit) -> Bool {
    let node = program.nodes[schema]
    if node.checks.isEmpty { return true }
    try spend(1, schema)
    var scope = scope
    if program.hasDynamicReferences { scope = scopes.entering(node.resource, from: scope) }
    guard node.isComposite || node.tracks else {
      return try checksHold(schema, node, place, scope, tracker)
    }
    let application = Application(schema: schema, place: place, scope: scope)
    try guardAgainstLoop(application)
    active.append(application)
    defer { active.removeLast() }
    guard steps > patience else {
      return try apply(schema, node, place, scope, tracker)
    }
    return try remembered(application, node, tracker)
  }

  /// Applies a schema, or repeats what came of it before.
  private mutating func remembered(
    _ application: Application, _ node: SchemaProgram.Node, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    let (schema, place, scope) = (application.schema, application.place, application.scope)
    if let known = results[application], tracker < 0 || !known.holds || known.marked != nil {
      if tracker >= 0 { for i in known.marked ?? [] { marks[tracker + i] = true } }
      return known.holds
    }
    var result: Result
    if tracker < 0 {
      result = Result(holds: try apply(schema, node, place, scope, -1), marked: nil)
    } else {
      let own = openTracker(place)
      defer { closeTracker(own) }
      let holds = try apply(schema, node, place, scope, own)
      result = Result(
        holds: holds, marked: (own..<marks.count).filter { marks[$0] }.map { $0 - own })
      if holds { mergeTracker(own, into: tracker) }
    }
    if resultSize < Self.resultLimit {
      resultSize += 1 + (result.marked?.count ?? 0)
      results[application] = result
    }
    return result.holds
  }

  private mutating func apply(
    _ schema: Int, _ node: SchemaProgram.Node, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    node.tracks
      ? try tracking(schema, node, place, scope, tracker)
      : try checksHold(schema, node, place, scope, tracker)
  }

  private mutating func checksHold(
    _ schema: Int, _ node: SchemaProgram.Node, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw SchemaLimit(
        "schemas apply one another more than \(Self.depthLimit) levels deep",
        at: program.uri(schema))
    }
    for i in node.checks {
      guard try holds(program.checks[i], schema, place, scope, tracker) else { return false }
    }
    return true
  }

  /// Checks a schema that must know which entries were looked at.
  private mutating func tracking(
    _ schema: Int, _ node: SchemaProgram.Node, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    let own = openTracker(place)
    defer { closeTracker(own) }
    guard try checksHold(schema, node, place, scope, own) else { return false }
    mergeTracker(own, into: tracker)
    return true
  }

  /// Whether a value meets one demand of a schema.
  mutating func holds(
    _ check: SchemaCheck, _ schema: Int, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    switch check {
    case .never: return false
    case .type(let types): return types.contains(instance.type(place))
    case .values(let set, _): return isIn(set, place)
    case .multipleOf, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum:
      return try numberHolds(check, schema, place)
    case .minLength, .maxLength, .pattern, .format:
      return try textHolds(check, schema, place)
    case .minItems, .maxItems, .uniqueItems, .elements, .contains:
      guard instance.type(place) == .array else { return true }
      return try listHolds(check, schema, place, scope, tracker)
    case .minProperties, .maxProperties, .required, .dependentRequired, .propertyNames,
      .members, .dependentSchemas:
      guard instance.type(place) == .object else { return true }
      return try mapHolds(check, schema, place, scope, tracker)
    case .reference(let target): return try holds(target, place, scope, tracker)
    case .dynamicReference(let reference):
      return try holds(dynamicTarget(reference, scope), place, scope, tracker)
    case .allOf(let branches): return try allOf(branches, place, scope, tracker)
    case .anyOf(let branches): return try anyOf(branches, place, scope, tracker)
    case .oneOf(let branches): return try oneOf(branches, place, scope, tracker)
    case .not(let target): return try !holds(target, place, scope)
    case .conditional(let conditional):
      return try conditionHolds(conditional, place, scope, tracker)
    case .unevaluatedItems(let target):
      guard instance.type(place) == .array else { return true }
      return try unevaluatedHold(target, schema, place, scope, tracker)
    case .unevaluatedProperties(let target):
      guard instance.type(place) == .object else { return true }
      return try unevaluatedHold(target, schema, place, scope, tracker)
    }
  }

  // MARK: - Limits

  /// Notes work done and gives up where it is too much.
  mutating func spend(_ work: Int, _ schema: Int) throws(SchemaLimit) {
    steps += work
    guard steps <= stepLimit else {
      throw SchemaLimit("this takes more than \(stepLimit) steps", at: program.uri(schema))
    }
  }

  /// A schema that applies itself to the same value would do so for ever.
  private func guardAgainstLoop(_ next: Application) throws(SchemaLimit) {
    for earlier in active.reversed() {
      guard earlier.place == next.place else { return }
      if earlier == next {
        throw SchemaLimit(
          "the schema refers to itself without end", at: program.uri(next.schema))
      }
    }
  }

  // MARK: - Values

  private mutating func isIn(_ set: Int, _ place: Int) -> Bool {
    program.tables.valueSets[set].contains(place, of: instance) { hash(place) }
  }

  /// A number that is the same for equal values of the instance.
  mutating func hash(_ place: Int) -> Int {
    let type = instance.type(place)
    guard type == .array || type == .object else { return instance.scalarHash(place) }
    if let hashes { return hashes[place] }
    let all = instance.hashes()
    hashes = all
    return all[place]
  }

  // MARK: - Scopes

  /// Where `$dynamicRef` leads: to the outermost resource that has its anchor.
  func dynamicTarget(_ index: Int, _ scope: Int) -> Int {
    let reference = program.tables.dynamicReferences[index]
    var target = reference.fallback
    scopes.forEachOutwards(scope) { resource in
      if let schema = reference.targets[resource] { target = schema }
    }
    return target
  }

  /// The scope inside a schema.
  mutating func scope(inside schema: Int, from scope: Int) -> Int {
    guard program.hasDynamicReferences else { return scope }
    return scopes.entering(program.nodes[schema].resource, from: scope)
  }

  // MARK: - Trackers

  /// Makes room for marks of a value's entries.
  mutating func openTracker(_ place: Int) -> Int {
    let tracker = marks.count
    marks.append(contentsOf: repeatElement(false, count: instance.childCount(place)))
    return tracker
  }

  mutating func closeTracker(_ tracker: Int) { marks.removeSubrange(tracker...) }

  /// Adds the marks at the end of the list to those of the value's outer schema.
  mutating func mergeTracker(_ tracker: Int, into outer: Int) {
    guard outer >= 0 else { return }
    for i in tracker..<marks.count where marks[i] { marks[outer + i - tracker] = true }
  }
}

import SourceCore
import StructuredData

/// Says why a value does not fit a schema, in an author's words.
///
/// It follows only what fails, down to the innermost fault: of several branches the one that the
/// author meant, and nothing that follows from a fault already told.
struct Explainer {
  /// Unknown fields for which the one that was meant is looked for; with more of them, the file is
  /// of another kind.
  static let explainedFields = 100

  var evaluation: Evaluation
  let words: Wording
  private(set) var problems: [SchemaProblem] = []
  /// The last problem of each range, and of each problem the one before it with the same range: a
  /// fault may be reached in many ways, and is told once.
  private var latest: [ByteRange: Int] = [:]
  private var earlier: [Int?] = []
  /// Where the keyword of the last problem stands; the next one is often about the same.
  private var lastPlace = (schema: -1, keyword: "", pointer: "", location: "")
  /// What has been explained; the same fault may be reached in many ways.
  private var explained: Set<Evaluation.Application> = []

  /// Whether unknown fields are told that nobody looks for a better name of.
  let tellsAllFields: Bool

  private init(
    _ program: SchemaProgram, _ instance: Instance, words: Wording, tellsAllFields: Bool
  ) {
    evaluation = Evaluation(program, instance)
    self.words = words
    self.tellsAllFields = tellsAllFields
  }

  /// The facts of the map that was looked at last.
  var mapFacts: (schema: Int, facts: SchemaFacts)?
  private var unknownFields = 0
  /// What finds the codes that were meant by wrong ones.
  var codes = MeantCodes()

  /// What is wrong with a value, in the order of the file; nothing where it fits.
  static func problems(
    of value: DataNode, program: SchemaProgram, vocabulary: @escaping (String) -> Vocabulary?,
    tellsAllFields: Bool
  ) throws(SchemaLimit) -> [SchemaProblem] {
    let words = Wording(program: program, vocabulary: vocabulary)
    var explainer = Explainer(
      program, Instance(value), words: words, tellsAllFields: tellsAllFields)
    if try explainer.evaluation.holds(program.root, 0, ScopeTable.empty) { return [] }
    try explainer.explain(program.root, 0, ScopeTable.empty)
    return explainer.problems.enumerated().sorted {
      ($0.element.range, $0.offset) < ($1.element.range, $1.offset)
    }.map(\.element)
  }

  var program: SchemaProgram { words.program }

  func place(_ index: Int) -> InstancePlace { evaluation.instance.place(index) }

  // MARK: - Schemas

  /// Reports every way in which a value differs from a schema.
  mutating func explain(_ schema: Int, _ place: Int, _ scope: Int) throws(SchemaLimit) {
    let scope = evaluation.scope(inside: schema, from: scope)
    let application = Evaluation.Application(schema: schema, place: place, scope: scope)
    guard explained.insert(application).inserted else { return }
    let node = program.nodes[schema]
    let tracker = node.tracks ? evaluation.openTracker(place) : -1
    var isRefused = false
    var isTextRefused = false
    for i in node.checks {
      let check = program.checks[i]
      // What was not looked at is not known where something failed on the way; and of what is wrong
      // with a text one thing is enough.
      if isRefused, check.rank == 4 || isTextRefused && check.isAboutText { continue }
      if try evaluation.holds(check, schema, place, scope, tracker) { continue }
      isRefused = true
      isTextRefused = isTextRefused || check.isAboutText
      try report(check, schema, place, scope, tracker)
      // Every other demand would only say again that the value is a wrong one.
      if check.rank < 2 { break }
    }
    if tracker >= 0 { evaluation.closeTracker(tracker) }
  }

  private mutating func report(
    _ check: SchemaCheck, _ schema: Int, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) {
    switch check {
    case .never: reportNever(schema, place)
    case .type:
      add(TypeMismatch(self.place(place), schema: words.facts(schema), in: words).problem, schema)
    case .values:
      let facts = words.facts(schema)
      let mismatch = EnumMismatch(
        self.place(place), schema: facts, allowed: facts.listed ?? [], in: words, &codes)
      add(mismatch.problem, schema)
    case .multipleOf, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum:
      reportNumber(check, schema, place)
    case .minLength, .maxLength, .pattern, .format: reportText(check, schema, place)
    case .minItems, .maxItems, .uniqueItems, .elements, .contains:
      try reportList(check, schema, place, scope)
    case .minProperties, .maxProperties, .required, .dependentRequired, .propertyNames,
      .members, .dependentSchemas:
      try reportMap(check, schema, place, scope)
    case .reference(let target): try explain(target, place, scope)
    case .dynamicReference(let reference):
      try explain(evaluation.dynamicTarget(reference, scope), place, scope)
    case .allOf(let branches):
      for branch in program.tables.branches[branches]
      where try !evaluation.holds(branch, place, scope) {
        try explain(branch, place, scope)
      }
    case .anyOf(let branches):
      try reportBranches(program.tables.branches[branches], "anyOf", schema, place, scope)
    case .oneOf(let branches):
      try reportBranches(program.tables.branches[branches], "oneOf", schema, place, scope)
    case .not(let target): reportNot(target, schema, place)
    case .conditional(let i):
      let conditional = program.tables.conditionals[i]
      for branch in [conditional.then, conditional.otherwise] {
        guard let branch, try !evaluation.holds(branch, place, scope),
          try evaluation.holds(conditional.condition, place, scope) == (branch == conditional.then)
        else { continue }
        try explain(branch, place, scope)
      }
    case .unevaluatedItems(let target), .unevaluatedProperties(let target):
      try reportUnevaluated(target, schema, place, scope, tracker)
    }
  }

  // MARK: - Reporting

  /// Notes one more unknown field; whether it is told, and what was meant by it looked for.
  mutating func addUnknownField() -> (isTold: Bool, isExplained: Bool) {
    unknownFields += 1
    let isExplained = unknownFields <= Self.explainedFields
    return (tellsAllFields || isExplained, isExplained)
  }

  /// Adds a problem, with the place of its keyword in the schema.
  mutating func add(_ problem: SchemaProblem, _ schema: Int) {
    var problem = problem
    if lastPlace.schema != schema || lastPlace.keyword != problem.keyword {
      let location = program.tables.locations[schema]
      let suffix = problem.keyword.isEmpty ? "" : "/" + problem.keyword
      lastPlace = (
        schema, problem.keyword, location.pointer + suffix,
        program.registry.uri(of: location) + suffix
      )
    }
    problem.schemaPointer = lastPlace.pointer
    problem.schemaLocation = lastPlace.location
    tell(problem)
  }

  private mutating func tell(_ problem: SchemaProblem) {
    let before = latest[problem.range]
    var known = before
    while let i = known {
      if problems[i] == problem { return }
      known = earlier[i]
    }
    latest[problem.range] = problems.count
    earlier.append(before)
    problems.append(problem)
  }

  /// Adds a problem of a value as a whole.
  mutating func add(
    _ keyword: String, _ schema: Int, _ place: InstancePlace, _ message: String,
    help: String? = nil, fix: Fix? = nil
  ) {
    add(
      SchemaProblem(
        range: place.flagged, pointer: place.path.pointer, keyword: keyword,
        message: "\(words.name(place)) \(message)", help: help, fix: fix), schema)
  }

  private mutating func reportNever(_ schema: Int, _ index: Int) {
    let place = place(index)
    let location = program.tables.locations[schema]
    // The schema is no keyword's value in a map of them, but stands for one.
    var problem = SchemaProblem(
      range: place.keyRange ?? place.flagged, pointer: place.path.pointer, keyword: "",
      message: "\(words.name(place)) is not allowed here")
    problem.schemaPointer = location.pointer
    problem.schemaLocation = program.registry.uri(of: location)
    problem.keyword = location.keyword.isEmpty ? "false" : location.keyword
    tell(problem)
  }
}

extension SchemaCheck {
  /// Whether it is about a text's form.
  fileprivate var isAboutText: Bool {
    switch self {
    case .minLength, .maxLength, .pattern, .format: true
    default: false
    }
  }
}

import StructuredData

extension Explainer {
  // MARK: - Lists

  /// `minItems`, `maxItems`, `uniqueItems`, `prefixItems`, `items`, `contains`.
  mutating func reportList(
    _ check: SchemaCheck, _ schema: Int, _ index: Int, _ scope: Int
  ) throws(SchemaLimit) {
    let place = place(index)
    let count = evaluation.instance.childCount(index)
    let first = evaluation.instance.firstChild(index)
    switch check {
    case .minItems(let least):
      add(
        "minItems", schema, place,
        count == 0
          ? "is an empty list"
          : "must have at least \(Self.entries(least)); it has \(count)",
        help: count == 0 && place.path.steps.isEmpty
          ? "add an entry" : "add an entry, or remove the field")
    case .maxItems(let most):
      add("maxItems", schema, place, "must have at most \(Self.entries(most)); it has \(count)")
    case .uniqueItems:
      guard let repeated = evaluation.repeatedElement(index) else { return }
      let element = self.place(repeated)
      add(
        SchemaProblem(
          range: element.flagged, pointer: element.path.pointer, keyword: "uniqueItems",
          message: "\(words.name(place)) lists `\(ValueText.short(element.node))` twice",
          help: "remove one of the two"), schema)
    case .elements(let i):
      let elements = program.tables.elements[i]
      for child in 0..<count {
        guard let target = child < elements.prefix.count ? elements.prefix[child] : elements.rest
        else { break }
        try explainChild(target, first + child, scope)
      }
    case .contains(let i):
      let contains = program.tables.contains[i]
      // With a tracker, counting does not stop early; its marks are nobody's concern here.
      let tracker = evaluation.openTracker(index)
      let found = try evaluation.matchCount(contains, index, count, scope, tracker)
      evaluation.closeTracker(tracker)
      let noun = TypeMismatch.noun(of: words.resolved(contains.schema))
      let kind = noun.isEmpty ? "of the form asked for" : "of the kind \"\(noun)\""
      if found < contains.least {
        add(
          contains.least == 1 ? "contains" : "minContains", schema, place,
          "must have at least \(Self.entries(contains.least)) \(kind); it has \(found)")
      } else {
        add(
          "maxContains", schema, place,
          "must have at most \(Self.entries(contains.most ?? 0)) \(kind); it has \(found)")
      }
    default: break
    }
  }

  private static func entries(_ count: Int) -> String {
    count == 1 ? "1 entry" : "\(count) entries"
  }

  private mutating func explainChild(
    _ target: Int, _ child: Int, _ scope: Int
  ) throws(SchemaLimit) {
    if try !evaluation.holds(target, child, scope) { try explain(target, child, scope) }
  }

  // MARK: - Maps

  /// Keywords about the entries of a map.
  mutating func reportMap(
    _ check: SchemaCheck, _ schema: Int, _ index: Int, _ scope: Int
  ) throws(SchemaLimit) {
    let place = place(index)
    guard case .object(let members) = place.node.content else { return }
    let first = evaluation.instance.firstChild(index)
    switch check {
    case .minProperties(let least):
      add(
        "minProperties", schema, place,
        members.isEmpty
          ? "is an empty map"
          : "must have at least \(Self.entries(least)); it has \(members.count)",
        help: members.isEmpty ? "add an entry" : nil)
    case .maxProperties(let most):
      add(
        "maxProperties", schema, place,
        "must have at most \(Self.entries(most)); it has \(members.count)")
    case .required:
      let facts = words.facts(schema)
      let keys = Set(members.map { ExactText($0.key) })
      for field in facts.required where !keys.contains(ExactText(field)) {
        add(MissingField(field, in: place, schema: facts, words: words).problem, schema)
      }
    case .dependentRequired(let i): reportDependent(i, schema, place, members)
    case .propertyNames(let names):
      for i in members.indices {
        try explainChild(names, evaluation.instance.key(ofChild: first + i), scope)
      }
    case .members(let i):
      let table = program.tables.members[i]
      for (i, member) in members.enumerated() {
        try explain(member, of: members, first + i, table, schema, place, scope)
      }
    case .dependentSchemas(let i):
      for entry in program.tables.dependentSchemas[i]
      where members.contains(where: { ExactText.areSame($0.key, entry.name) }) {
        try explainChild(entry.schema, index, scope)
      }
    default: break
    }
  }

  private mutating func explain(
    _ member: DataNode.Member, of members: [DataNode.Member], _ child: Int,
    _ table: SchemaProgram.Members, _ schema: Int, _ place: InstancePlace, _ scope: Int
  ) throws(SchemaLimit) {
    var isKnown = false
    if let target = table.named[ExactText(member.key)] {
      isKnown = true
      try explainChild(target, child, scope)
    }
    for entry in table.patterns
    where try evaluation.matches(entry.pattern, member.key, schema) {
      isKnown = true
      try explainChild(entry.schema, child, scope)
    }
    guard !isKnown, let target = table.additional else { return }
    if isNever(target) {
      let (isTold, isExplained) = addUnknownField()
      guard isTold else { return }
      let unknown = UnknownField(
        member, of: members, in: place, schema: facts(ofMap: schema), words: words,
        isFirst: isExplained)
      add(unknown.problem, schema)
    } else {
      try explainChild(target, child, scope)
    }
  }

  private mutating func reportDependent(
    _ index: Int, _ schema: Int, _ place: InstancePlace, _ members: [DataNode.Member]
  ) {
    let keys = Set(members.map { ExactText($0.key) })
    for entry in program.tables.dependentRequired[index] {
      guard let member = members.first(where: { ExactText.areSame($0.key, entry.name) }) else {
        continue
      }
      for field in entry.required where !keys.contains(ExactText(field)) {
        add(
          SchemaProblem(
            range: member.keyRange, pointer: place.path.pointer, keyword: "dependentRequired",
            message: "\(words.name(place)) has `\(entry.name)` and so needs `\(field)`",
            help: "add `\(field)`, or remove `\(entry.name)`"), schema)
      }
    }
  }

  /// The facts of a map's schema, which all its fields ask for.
  private mutating func facts(ofMap schema: Int) -> SchemaFacts {
    if let known = mapFacts, known.schema == schema { return known.facts }
    let facts = words.facts(schema)
    mapFacts = (schema, facts)
    return facts
  }

  func isNever(_ schema: Int) -> Bool {
    guard let first = program.nodes[schema].checks.first, case .never = program.checks[first] else {
      return false
    }
    return true
  }

  // MARK: - What nothing else looked at

  /// `unevaluatedItems` and `unevaluatedProperties`.
  mutating func reportUnevaluated(
    _ target: Int, _ schema: Int, _ index: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) {
    let place = place(index)
    let first = evaluation.instance.firstChild(index)
    let members = place.node.object ?? []
    for i in 0..<evaluation.instance.childCount(index) where !evaluation.marks[tracker + i] {
      guard isNever(target) else {
        try explainChild(target, first + i, scope)
        continue
      }
      if i < members.count {
        let (isTold, isExplained) = addUnknownField()
        guard isTold else { continue }
        let facts = facts(ofMap: schema).withFieldsInPlace(program)
        let unknown = UnknownField(
          members[i], of: members, in: place, schema: facts, words: words,
          keyword: "unevaluatedProperties", isFirst: isExplained)
        add(unknown.problem, schema)
      } else {
        let element = self.place(first + i)
        add(
          SchemaProblem(
            range: element.flagged, pointer: element.path.pointer, keyword: "unevaluatedItems",
            message: "\(words.name(element)) is one entry too many"), schema)
      }
    }
  }
}

import SourceCore
import StructuredData

/// Checks a value against a schema and says what is wrong in an author's words.
struct Validator {
  let document: SchemaDocument
  /// The framework's vocabularies by name, asked for only where a value is wrong.
  let vocabulary: (String) -> Vocabulary?
  private(set) var problems: [SchemaProblem] = []

  init(_ document: SchemaDocument, vocabulary: @escaping (String) -> Vocabulary?) {
    self.document = document
    self.vocabulary = vocabulary
  }

  /// All problems of a document, in the order of the file.
  static func problems(
    of node: DataNode, document: SchemaDocument, vocabulary: @escaping (String) -> Vocabulary?
  ) -> [SchemaProblem] {
    var validator = Validator(document, vocabulary: vocabulary)
    validator.check(Place(path: InstancePath(), node: node, keyRange: nil), document.root)
    return validator.problems.sorted { $0.range < $1.range }
  }

  /// A value with what is needed to speak of it.
  struct Place {
    let path: InstancePath
    let node: DataNode
    /// The key it stands under; nil for an element and for the whole document.
    let keyRange: ByteRange?

    /// Where to point for a problem of the value as a whole: a long value's key, or the value.
    var flagged: ByteRange {
      if path.steps.isEmpty { return ByteRange(node.range.lower, node.range.lower) }
      switch node.content {
      case .object(let members): return keyRange ?? members.first?.keyRange ?? node.range
      case .array, .null: return keyRange ?? node.range
      case .bool, .integer, .number, .string: return node.range
      }
    }
  }

  /// Reports every way in which the value differs from the schema.
  mutating func check(_ place: Place, _ id: SchemaDocument.ID) {
    let schema = document[id]
    if !schema.types.isEmpty, !schema.types.contains(where: { $0.fits(place.node) }) {
      // Every other demand would only say again that the type is wrong.
      problems.append(TypeMismatch(place, schema: schema, in: self).problem)
      return
    }
    if let reference = schema.reference { check(place, reference) }
    if let allowed = schema.enumeration ?? schema.constant.map({ [$0] }),
      !allowed.contains(where: { $0.hasSameValue(as: place.node) })
    {
      problems.append(
        EnumMismatch(place, schema: schema, allowed: allowed, in: self).problem)
      return
    }
    switch place.node.content {
    case .string(let text): checkText(text, place, schema)
    case .integer, .number: checkNumber(place, schema)
    case .array(let elements): checkElements(elements, place, schema)
    case .object(let members): checkFields(members, place, schema)
    case .null, .bool: break
    }
    if !schema.alternatives.isEmpty { checkAlternatives(place, schema) }
    if let conditional = schema.conditional {
      let holds = problems(of: place, conditional.condition).isEmpty
      if let next = holds ? conditional.then : conditional.otherwise { check(place, next) }
    }
  }

  /// The problems that a schema would report, without reporting them.
  func problems(of place: Place, _ id: SchemaDocument.ID) -> [SchemaProblem] {
    var trial = Validator(document, vocabulary: vocabulary)
    trial.check(place, id)
    return trial.problems
  }

  mutating func report(
    _ keyword: String, _ place: Place, _ message: String, help: String? = nil, fix: Fix? = nil
  ) {
    problems.append(
      SchemaProblem(
        range: place.flagged, pointer: place.path.pointer, keyword: keyword, message: message,
        help: help, fix: fix))
  }

  /// What a message calls a value: its path in backticks, or the document's title.
  func name(_ path: InstancePath) -> String {
    path.steps.isEmpty ? document.title : "`\(path.name)`"
  }

  /// The first of several fitting branches says what is wrong, chosen so that it is the one meant.
  private mutating func checkAlternatives(_ place: Place, _ schema: Schema) {
    let choice = AlternativeChoice(place, branches: schema.alternatives, in: self)
    switch choice.outcome {
    case .fits: break
    case .problems(let found): problems += found
    case .mismatch(let problem): problems.append(problem)
    }
  }

  // MARK: - Scalars

  private mutating func checkText(_ text: String, _ place: Place, _ schema: Schema) {
    // JSON Schema counts characters of Unicode, and a space is one; a blank text is empty to us.
    if let least = schema.minLength,
      text.allSatisfy(\.isWhitespace) || text.unicodeScalars.count < least
    {
      let isBlank = text.allSatisfy(\.isWhitespace)
      let lack = isBlank ? "is empty" : "must have at least \(least) letters; `\(text)` has fewer"
      report(
        "minLength", place, "\(name(place.path)) \(lack)",
        help: isBlank && !place.isElement ? "write something, or remove the line" : nil)
      return
    }
    guard let format = schema.format, let failure = format.failure(of: text) else { return }
    let message = FormatMessage(text: text, failure: failure)
    report(
      "format", place,
      "\(name(place.path)) must be \(schema.noun ?? format.noun)\(message.reason)",
      help: failure.help, fix: message.fix(of: place.node))
  }

  private mutating func checkNumber(_ place: Place, _ schema: Schema) {
    guard let value = place.node.doubleValue else { return }
    let written = place.node.written ?? ""
    if let least = schema.minimum, value < least {
      let bound = NumberWords.text(least)
      let range = schema.maximum.map { "from \(bound) to \(NumberWords.text($0))" }
      report(
        "minimum", place,
        "\(name(place.path)) must be \(range ?? "\(bound) or more"); it is \(written)")
    } else if let most = schema.maximum, value > most {
      let bound = NumberWords.text(most)
      let range = schema.minimum.map { "from \(NumberWords.text($0)) to \(bound)" }
      report(
        "maximum", place,
        "\(name(place.path)) must be \(range ?? "at most \(bound)"); it is \(written)")
    }
  }

  // MARK: - Lists

  private mutating func checkElements(_ elements: [DataNode], _ place: Place, _ schema: Schema) {
    if let least = schema.minItems, elements.count < least {
      report(
        "minItems", place,
        elements.isEmpty
          ? "\(name(place.path)) is an empty list"
          : "\(name(place.path)) must have at least \(least) entries; it has \(elements.count)",
        help: "add an entry, or remove the field")
    }
    if let items = schema.items {
      for (i, element) in elements.enumerated() {
        check(Place(path: place.path.appending(.index(i)), node: element, keyRange: nil), items)
      }
    }
    if schema.uniqueItems { checkUnique(elements, place) }
  }

  private mutating func checkUnique(_ elements: [DataNode], _ place: Place) {
    var seen: Set<String> = []
    for (i, element) in elements.enumerated() {
      // The lists that must not repeat are of texts; a repeated map is reported nowhere.
      guard let text = element.stringValue, !seen.insert(text).inserted else { continue }
      let path = place.path.appending(.index(i))
      report(
        "uniqueItems", Place(path: path, node: element, keyRange: nil),
        "\(name(place.path)) lists `\(text)` twice", help: "remove one of the two")
    }
  }

  // MARK: - Maps

  private mutating func checkFields(
    _ members: [DataNode.Member], _ place: Place, _ schema: Schema
  ) {
    for field in schema.required where !members.contains(where: { $0.key == field }) {
      let missing = MissingField(field, in: place, schema: schema, validator: self)
      problems.append(missing.problem)
    }
    if let least = schema.minProperties, members.count < least {
      report("minProperties", place, "\(name(place.path)) is an empty map", help: "add an entry")
    }
    for member in members {
      let path = place.path.appending(.key(member.key))
      let field = Place(path: path, node: member.value, keyRange: member.keyRange)
      if let names = schema.propertyNames { checkKey(member, of: members, names, field) }
      if let property = schema.properties[member.key] {
        check(field, property)
      } else if !schema.isFree(member.key) {
        switch schema.additional {
        case .any: break
        case .schema(let id): check(field, id)
        case .none:
          let unknown = UnknownField(
            member, of: members, in: place, schema: schema, validator: self)
          problems.append(unknown.problem)
        }
      }
    }
  }

  private mutating func checkKey(
    _ member: DataNode.Member, of members: [DataNode.Member], _ names: SchemaDocument.ID,
    _ field: Place
  ) {
    let schema = document.resolved(names)
    guard let format = schema.format, let failure = format.failure(of: member.key) else { return }
    let message = FormatMessage(text: member.key, failure: failure)
    let key = DataNode(
      .string(member.key), range: member.keyRange, written: member.key,
      isPlain: member.keyRange.count == member.key.utf8.count)
    // A key that is there already would stand there twice.
    let isFree = !members.contains { $0.key == failure.meant }
    problems.append(
      SchemaProblem(
        range: member.keyRange, pointer: field.path.pointer, keyword: "propertyNames",
        message: "the key `\(member.key)` must be \(format.noun)\(message.reason)",
        help: failure.help, fix: isFree ? message.fix(of: key) : nil))
  }
}

extension Validator.Place {
  /// Whether it is an element of a list.
  var isElement: Bool {
    if case .index = path.steps.last { return true }
    return false
  }
}

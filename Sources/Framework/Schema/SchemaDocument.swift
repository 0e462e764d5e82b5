import StructuredData

/// A JSON Schema with its references resolved: an arena of schema objects.
///
/// It knows the keywords that the framework's own schemas use and refuses any other, so that no
/// demand of a schema is passed over in silence.
struct SchemaDocument: Sendable {
  /// Index of a schema in the arena.
  typealias ID = Int

  /// What a message calls the thing described (`course.yml`).
  let title: String
  private(set) var schemas: [Schema] = []
  private(set) var root: ID = 0

  /// Indices of the definitions already read; of those being read, too, so that they may recur.
  private var definitions: [String: ID] = [:]

  /// Reads a schema.
  init(_ document: DocumentReader) throws(DocumentProblem) {
    title = try document.part("title").text()
    root = try read(document, definitions: document.node["$defs"])
  }

  subscript(_ id: ID) -> Schema { schemas[id] }

  /// The schema itself, or the one that it only refers to.
  func resolved(_ id: ID) -> Schema {
    var schema = schemas[id]
    var steps = 0
    while let reference = schema.reference, schema.types.isEmpty, steps < schemas.count {
      schema = schemas[reference]
      steps += 1
    }
    return schema
  }

  private mutating func read(
    _ document: DocumentReader, definitions pool: DataNode?, at place: ID? = nil
  ) throws(DocumentProblem) -> ID {
    let id = place ?? schemas.count
    if place == nil { schemas.append(Schema()) }
    if document.node.boolValue == true { return id }
    var schema = Schema()
    var (condition, then, otherwise): (ID?, ID?, ID?) = (nil, nil, nil)
    for (keyword, value) in try document.members() {
      switch keyword {
      case "$schema", "$id", "$defs", "title": break
      case "description": schema.description = try value.text()
      case "x-noun": schema.noun = try value.text()
      case "x-example": schema.example = try value.text()
      case "x-vocabulary": schema.vocabulary = try value.text()
      case "x-synonyms": schema.synonyms = try value.textMap()
      case "type": schema.types = try Self.types(value)
      case "enum": schema.enumeration = try value.elements().map(\.node)
      case "const": schema.constant = value.node
      case "format": schema.format = try value.value(of: ValueFormat.self)
      case "minLength": schema.minLength = try value.integer()
      case "minItems": schema.minItems = try value.integer()
      case "minProperties": schema.minProperties = try value.integer()
      case "minimum": schema.minimum = try value.number()
      case "maximum": schema.maximum = try value.number()
      case "uniqueItems": schema.uniqueItems = value.node.boolValue == true
      case "required": schema.required = try value.texts()
      case "items": schema.items = try read(value, definitions: pool)
      case "propertyNames": schema.propertyNames = try read(value, definitions: pool)
      case "properties":
        for (name, property) in try value.members() {
          schema.properties[name] = try read(property, definitions: pool)
          schema.propertyNamesInOrder.append(name)
        }
      case "patternProperties": schema.freePrefixes = try Self.prefixes(value)
      case "additionalProperties":
        switch value.node.boolValue {
        case true?: schema.additional = .any
        case false?: schema.additional = .none
        case nil: schema.additional = .schema(try read(value, definitions: pool))
        }
      case "anyOf", "oneOf":
        for branch in try value.elements() {
          schema.alternatives.append(try read(branch, definitions: pool))
        }
      case "if": condition = try read(value, definitions: pool)
      case "then": then = try read(value, definitions: pool)
      case "else": otherwise = try read(value, definitions: pool)
      case "$ref": schema.reference = try definition(value, in: pool)
      default: throw DocumentProblem(document.part, "`\(keyword)` is not a keyword read here")
      }
    }
    if let condition {
      schema.conditional = Schema.Conditional(
        condition: condition, then: then, otherwise: otherwise)
    }
    schemas[id] = schema
    return id
  }

  private mutating func definition(
    _ reference: DocumentReader, in pool: DataNode?
  ) throws(DocumentProblem) -> ID {
    let text = try reference.text()
    let prefix = "#/$defs/"
    guard text.hasPrefix(prefix), let node = pool?[String(text.dropFirst(prefix.count))] else {
      throw DocumentProblem(reference.part, "`\(text)` leads nowhere")
    }
    if let known = definitions[text] { return known }
    let id = schemas.count
    schemas.append(Schema())
    definitions[text] = id
    return try read(DocumentReader(node, part: text), definitions: pool, at: id)
  }

  private static func types(_ document: DocumentReader) throws(DocumentProblem) -> [JSONType] {
    guard document.node.array != nil else { return [try document.value(of: JSONType.self)] }
    var types: [JSONType] = []
    for element in try document.elements() { types.append(try element.value(of: JSONType.self)) }
    return types
  }

  /// The prefixes of patterns such as `^x-`; real patterns need an engine that limits its own work.
  private static func prefixes(_ document: DocumentReader) throws(DocumentProblem) -> [String] {
    var prefixes: [String] = []
    for (pattern, value) in try document.members() {
      let prefix = pattern.dropFirst()
      guard pattern.first == "^", value.node.boolValue == true,
        prefix.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2D })
      else {
        throw DocumentProblem(document.part, "only a pattern such as `^x-` is read here")
      }
      prefixes.append(String(prefix))
    }
    return prefixes
  }
}

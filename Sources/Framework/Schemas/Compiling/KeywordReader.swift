import Patterns
import SourceCore
import StructuredData

/// Compiles the keywords of one schema.
struct KeywordReader {
  private(set) var checks: [SchemaCheck] = []
  private let location: SchemaLocation
  /// The keywords in their order; of one that is given twice the first counts.
  private var keywords: [(name: String, value: DataNode)] = []
  private var values: [String: DataNode] = [:]
  private let dialect: SchemaDialect
  private let uri: String

  init(
    _ location: SchemaLocation, members: [DataNode.Member], dialect: SchemaDialect, uri: String
  ) {
    self.location = location
    self.dialect = dialect
    self.uri = uri
    for member in members where values[member.key] == nil {
      values[member.key] = member.value
      keywords.append((member.key, member.value))
    }
  }

  /// Reads every keyword that is known.
  mutating func read(_ compiler: inout SchemaCompiler) throws(SchemaError) {
    let schema = compiler.index(of: location)
    func value(_ name: String) -> SchemaValue? {
      guard let node = values[name] else { return nil }
      return SchemaValue(
        node: node, pointer: "\(location.pointer)/\(name)", document: location.document,
        uri: uri, schema: schema)
    }
    for keyword in keywords {
      guard let value = value(keyword.name) else { continue }
      try readReference(value, keyword.name, &compiler)
      if dialect.contains(.validation) { try readAssertion(value, keyword.name, &compiler) }
      if dialect.contains(.applicator) { try readApplicator(value, keyword.name, &compiler) }
      if dialect.contains(.unevaluated) {
        if keyword.name == "unevaluatedItems" {
          checks.append(.unevaluatedItems(schema: try compiler.index(value)))
        } else if keyword.name == "unevaluatedProperties" {
          checks.append(.unevaluatedProperties(schema: try compiler.index(value)))
        }
      }
      try readAnnotation(value, keyword.name)
    }
    guard dialect.contains(.applicator) else { return }
    try readElements(value("prefixItems"), value("items"), &compiler)
    try readMembers(
      value("properties"), value("patternProperties"), value("additionalProperties"), &compiler)
    if let contains = value("contains") {
      var entry = SchemaProgram.Contains(schema: try compiler.index(contains))
      if dialect.contains(.validation) {
        if let least = try value("minContains")?.count() { entry.least = least }
        entry.most = try value("maxContains")?.count()
      }
      checks.append(.contains(compiler.tables.contains.count))
      compiler.tables.contains.append(entry)
    }
    if let condition = value("if") {
      var entry = SchemaProgram.Conditional(condition: try compiler.index(condition))
      if let then = value("then") { entry.then = try compiler.index(then) }
      if let otherwise = value("else") { entry.otherwise = try compiler.index(otherwise) }
      checks.append(.conditional(compiler.tables.conditionals.count))
      compiler.tables.conditionals.append(entry)
    }
  }

  // MARK: - Core

  private mutating func readReference(
    _ value: SchemaValue, _ keyword: String, _ compiler: inout SchemaCompiler
  ) throws(SchemaError) {
    switch keyword {
    case "$ref":
      checks.append(.reference(schema: try compiler.target(value).schema))
    case "$dynamicRef":
      let (target, anchor) = try compiler.target(value)
      guard let anchor else {
        checks.append(.reference(schema: target))
        return
      }
      checks.append(.dynamicReference(compiler.tables.dynamicReferences.count))
      compiler.tables.dynamicReferences.append(
        SchemaProgram.DynamicReference(fallback: target, anchor: anchor))
    case "$vocabulary":
      for member in try value.members() { _ = try value.part(member.key, member.value).truth() }
    default: break
    }
  }

  // MARK: - Validation

  private mutating func readAssertion(
    _ value: SchemaValue, _ keyword: String, _ compiler: inout SchemaCompiler
  ) throws(SchemaError) {
    func number() throws(SchemaError) -> Int {
      compiler.tables.numbers.append(try value.number())
      return compiler.tables.numbers.count - 1
    }
    switch keyword {
    case "type": checks.append(.type(try value.types()))
    case "enum":
      guard let values = value.node.array else { throw value.error("`enum` must be a list") }
      checks.append(.values(compiler.tables.valueSets.count, isConstant: false))
      compiler.tables.valueSets.append(ValueSet(values))
    case "const":
      checks.append(.values(compiler.tables.valueSets.count, isConstant: true))
      compiler.tables.valueSets.append(ValueSet([value.node]))
    case "multipleOf":
      guard try value.number().decimal.sign > 0 else {
        throw value.error("`multipleOf` must be above 0")
      }
      checks.append(.multipleOf(try number()))
    case "minimum": checks.append(.minimum(try number()))
    case "maximum": checks.append(.maximum(try number()))
    case "exclusiveMinimum": checks.append(.exclusiveMinimum(try number()))
    case "exclusiveMaximum": checks.append(.exclusiveMaximum(try number()))
    case "minLength": checks.append(.minLength(try value.count()))
    case "maxLength": checks.append(.maxLength(try value.count()))
    case "pattern":
      checks.append(.pattern(compiler.tables.patterns.count))
      compiler.tables.patterns.append(try pattern(try value.text(), value))
    case "minItems": checks.append(.minItems(try value.count()))
    case "maxItems": checks.append(.maxItems(try value.count()))
    case "uniqueItems": if try value.truth() { checks.append(.uniqueItems) }
    case "minContains", "maxContains": _ = try value.count()
    case "minProperties": checks.append(.minProperties(try value.count()))
    case "maxProperties": checks.append(.maxProperties(try value.count()))
    case "required":
      checks.append(.required(compiler.tables.names.count))
      compiler.tables.names.append(try value.texts())
    case "dependentRequired":
      var entries: [(name: String, required: [String])] = []
      for member in try value.members() {
        entries.append((member.key, try value.part(member.key, member.value).texts()))
      }
      checks.append(.dependentRequired(compiler.tables.dependentRequired.count))
      compiler.tables.dependentRequired.append(entries)
    default: break
    }
  }

  private func pattern(_ text: String, _ value: SchemaValue) throws(SchemaError) -> Pattern {
    do {
      return try Pattern(text)
    } catch {
      throw value.error("`\(text)` is no regular expression: \(error.message)")
    }
  }

  // MARK: - Applicators

  private mutating func readApplicator(
    _ value: SchemaValue, _ keyword: String, _ compiler: inout SchemaCompiler
  ) throws(SchemaError) {
    switch keyword {
    case "allOf", "anyOf", "oneOf":
      var branches: [Int] = []
      for (i, node) in (value.node.array ?? []).enumerated() {
        branches.append(try compiler.index(value.part(String(i), node)))
      }
      let index = compiler.tables.branches.count
      compiler.tables.branches.append(branches)
      checks.append(
        keyword == "allOf" ? .allOf(index) : keyword == "anyOf" ? .anyOf(index) : .oneOf(index))
    case "not": checks.append(.not(schema: try compiler.index(value)))
    case "propertyNames": checks.append(.propertyNames(schema: try compiler.index(value)))
    case "dependentSchemas":
      var entries: [(name: String, schema: Int)] = []
      for member in try value.members() {
        entries.append((member.key, try compiler.index(value.part(member.key, member.value))))
      }
      checks.append(.dependentSchemas(compiler.tables.dependentSchemas.count))
      compiler.tables.dependentSchemas.append(entries)
    default: break
    }
  }

  private mutating func readElements(
    _ prefix: SchemaValue?, _ rest: SchemaValue?, _ compiler: inout SchemaCompiler
  ) throws(SchemaError) {
    guard prefix != nil || rest != nil else { return }
    var entry = SchemaProgram.Elements()
    if let prefix {
      for (i, node) in (prefix.node.array ?? []).enumerated() {
        entry.prefix.append(try compiler.index(prefix.part(String(i), node)))
      }
    }
    if let rest { entry.rest = try compiler.index(rest) }
    checks.append(.elements(compiler.tables.elements.count))
    compiler.tables.elements.append(entry)
  }

  private mutating func readMembers(
    _ named: SchemaValue?, _ patterns: SchemaValue?, _ additional: SchemaValue?,
    _ compiler: inout SchemaCompiler
  ) throws(SchemaError) {
    guard named != nil || patterns != nil || additional != nil else { return }
    var entry = SchemaProgram.Members()
    if let named {
      for member in try named.members() {
        let schema = try compiler.index(named.part(member.key, member.value))
        // Of a key that is given twice the first one counts.
        if entry.named[ExactText(member.key)] == nil { entry.named[ExactText(member.key)] = schema }
      }
    }
    if let patterns {
      for member in try patterns.members() {
        let value = patterns.part(member.key, member.value)
        entry.patterns.append((try pattern(member.key, value), try compiler.index(value)))
      }
    }
    if let additional { entry.additional = try compiler.index(additional) }
    checks.append(.members(compiler.tables.members.count))
    compiler.tables.members.append(entry)
  }

  // MARK: - Annotations

  /// What only informs has a type, too; a wrong one shows that a keyword is in the wrong place.
  private mutating func readAnnotation(
    _ value: SchemaValue, _ keyword: String
  ) throws(SchemaError) {
    switch keyword {
    case "format":
      let name = try value.text()
      // A format that is not known is a note, as the standard says.
      if dialect.contains(.formatAssertion), let format = ValueFormat(rawValue: name) {
        checks.append(.format(format))
      }
    case "title", "description", "$comment", "contentEncoding", "contentMediaType":
      _ = try value.text()
    case "deprecated", "readOnly", "writeOnly": _ = try value.truth()
    case "examples":
      guard value.node.array != nil else { throw value.error("`examples` must be a list") }
    default: break
    }
  }
}

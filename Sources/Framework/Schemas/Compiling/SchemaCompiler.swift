import SourceCore
import StructuredData

/// Compiles the schemas that a root reaches into flat tables, and finds fault with them.
struct SchemaCompiler {
  private(set) var registry: SchemaRegistry
  private let assertFormat: Bool
  var tables = SchemaProgram.Tables()
  /// Indices of the schemas met so far.
  private var indices: [Key: Int] = [:]
  /// Schemas met that have not been compiled.
  private var pending: [Int] = []
  /// Resources of the schemas met, in order.
  private var resources: [Int] = []
  private var knownResources: Set<Int> = []
  private var dialects: [String: SchemaDialect] = [:]

  private struct Key: Hashable {
    let document: Int
    let pointer: String
  }

  init(_ registry: SchemaRegistry, assertFormat: Bool) {
    self.registry = registry
    self.assertFormat = assertFormat
  }

  /// The program of the schema with a URI.
  mutating func program(_ uri: String) throws(SchemaError) -> SchemaProgram {
    guard let location = try locate(URIReference(uri)) else {
      throw SchemaError(
        document: uri, pointer: "", "no schema is registered as `\(uri)`")
    }
    let root = index(of: location)
    // A fault in a part that nothing refers to is a fault all the same.
    for pointer in registry.documents[location.document].pointers {
      guard let part = try registry.location(pointer, document: location.document) else { continue }
      _ = index(of: part)
    }
    var met = 0
    while true {
      while let next = pending.popLast() { try compile(next) }
      guard met < resources.count else { break }
      try compileDynamicAnchors(Array(resources[met...]))
      met = resources.count
      if pending.isEmpty { break }
    }
    linkDynamicReferences()
    return SchemaProgram(tables, root: root, registry: registry)
  }

  // MARK: - Schemas

  /// Index of the schema at a location, which is compiled later if it has not been.
  mutating func index(of location: SchemaLocation) -> Int {
    let key = Key(document: location.document, pointer: location.pointer)
    if let known = indices[key] { return known }
    let index = tables.nodes.count
    indices[key] = index
    tables.nodes.append(SchemaProgram.Node(resource: location.resource))
    tables.locations.append(location)
    pending.append(index)
    if knownResources.insert(location.resource).inserted { resources.append(location.resource) }
    return index
  }

  /// Index of a schema inside another one.
  mutating func index(_ schema: SchemaValue) throws(SchemaError) -> Int {
    guard let location = try registry.location(schema.pointer, document: schema.document) else {
      throw schema.error("a schema must be a map, true or false")
    }
    return index(of: location)
  }

  private mutating func compile(_ index: Int) throws(SchemaError) {
    let location = tables.locations[index]
    let first = tables.checks.count
    var checks: [SchemaCheck] = []
    switch location.node.content {
    case .bool(let takes): if !takes { checks = [.never] }
    case .object(let members):
      var reader = KeywordReader(
        location, members: members, dialect: try dialect(of: location),
        uri: registry.documents[location.document].uri)
      try reader.read(&self)
      checks = reader.checks.enumerated().sorted {
        ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
      }.map(\.element)
    case .null, .integer, .number, .string, .array: break
    }
    tables.checks += checks
    tables.nodes[index].checks = first..<tables.checks.count
    tables.nodes[index].isComposite = checks.contains(where: \.isInPlace)
    tables.nodes[index].tracks = checks.contains { $0.rank == 4 }
  }

  // MARK: - References

  /// The schema that a reference leads to; nil where nothing is registered there.
  mutating func locate(_ uri: URIReference) throws(SchemaError) -> SchemaLocation? {
    guard let index = registry.resource(uri) else { return nil }
    let resource = registry.resources[index]
    guard let fragment = URIReference.percentDecoded(uri.fragment ?? "") else { return nil }
    var pointer = resource.pointer
    if fragment.isEmpty || fragment.utf8.first == UInt8(ascii: "/") {
      pointer += fragment
    } else {
      guard let anchored = resource.anchors[fragment] else { return nil }
      pointer = anchored
    }
    return try registry.location(pointer, document: resource.document)
  }

  /// The schema that `$ref` or `$dynamicRef` leads to, and the anchor's name if it is a dynamic one.
  mutating func target(
    _ reference: SchemaValue
  ) throws(SchemaError) -> (schema: Int, dynamicAnchor: String?) {
    let text = try reference.text()
    let base = registry.resources[tables.locations[reference.schema].resource].uri
    let uri = URIReference(text).resolved(against: base)
    guard let location = try locate(uri) else {
      let isThere = registry.resource(uri) != nil
      throw reference.error(
        isThere
          ? "`\(text)` leads nowhere: there is no schema `#\(uri.fragment ?? "")` in `\(uri.document)`"
          : "`\(text)` leads to `\(uri.document)`, which is not registered",
        help: isThere ? nil : "nothing is fetched; name the file that holds it")
    }
    let fragment = uri.fragment ?? ""
    let anchors = registry.resources[location.resource].dynamicAnchors
    let isDynamic = !fragment.isEmpty && anchors[fragment] == location.pointer
    return (index(of: location), isDynamic ? fragment : nil)
  }

  /// Any resource that is entered may decide where a dynamic reference leads.
  private mutating func compileDynamicAnchors(_ resources: [Int]) throws(SchemaError) {
    for resource in resources {
      let entry = registry.resources[resource]
      for pointer in entry.dynamicAnchors.values.sorted() {
        guard let location = try registry.location(pointer, document: entry.document) else {
          continue
        }
        _ = index(of: location)
      }
    }
  }

  private mutating func linkDynamicReferences() {
    for i in tables.dynamicReferences.indices {
      for resource in resources {
        let entry = registry.resources[resource]
        guard let pointer = entry.dynamicAnchors[tables.dynamicReferences[i].anchor],
          let schema = indices[Key(document: entry.document, pointer: pointer)]
        else { continue }
        tables.dynamicReferences[i].targets[resource] = schema
      }
    }
  }

  // MARK: - Dialects

  private mutating func dialect(of location: SchemaLocation) throws(SchemaError) -> SchemaDialect {
    let uri = registry.resources[location.resource].dialect
    if let known = dialects[uri] { return known }
    var dialect = try readDialect(uri, for: location)
    if assertFormat { dialect.insert(.formatAssertion) }
    dialects[uri] = dialect
    return dialect
  }

  private mutating func readDialect(
    _ uri: String, for location: SchemaLocation
  ) throws(SchemaError) -> SchemaDialect {
    let document = registry.documents[location.document].uri
    if uri == SchemaDialect.standardURI { return .standard }
    guard let index = registry.resource(URIReference(uri)) else {
      throw SchemaError(
        document: document, pointer: registry.resources[location.resource].pointer + "/$schema",
        "the meta-schema `\(uri)` is not known here",
        help: "only draft 2020-12 is read, and meta-schemas of one's own that are registered")
    }
    let resource = registry.resources[index]
    let parts = JSONPointer.parts(resource.pointer) ?? []
    let node = registry.documents[resource.document].value(parts)
    guard let vocabularies = node?["$vocabulary"] else { return .standard }
    func error(_ message: String, _ node: DataNode) -> SchemaError {
      SchemaError(
        document: registry.documents[resource.document].uri,
        pointer: resource.pointer + "/$vocabulary", message, range: node.range)
    }
    guard let members = vocabularies.object else {
      throw error("`$vocabulary` must be a map of URIs to true or false", vocabularies)
    }
    var dialect: SchemaDialect = []
    for member in members {
      guard let isRequired = member.value.boolValue else {
        throw error("`$vocabulary` must be a map of URIs to true or false", member.value)
      }
      if let vocabulary = SchemaDialect.vocabulary(member.key) {
        dialect.formUnion(vocabulary)
      } else if isRequired {
        throw error("the vocabulary `\(member.key)` is required and not known here", member.value)
      }
    }
    return dialect
  }
}

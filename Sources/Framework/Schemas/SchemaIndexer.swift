import SourceCore
import StructuredData

/// Finds the schemas of a document, their URIs and their anchors.
struct SchemaIndexer {
  var registry: SchemaRegistry
  private let document: Int
  private let uri: String

  /// Levels of schemas.
  private static let depthLimit = 500

  private struct Pending {
    let node: DataNode
    let pointer: String
    let keyword: String
    let resource: Int
    let depth: Int
  }

  init(registry: SchemaRegistry, document: Int, uri: String) {
    self.registry = registry
    self.document = document
    self.uri = uri
  }

  /// Reads a whole document; returns the index of its resource.
  mutating func readRoot(_ root: DataNode, base: URIReference) throws(SchemaError) -> Int {
    let id = try identifier(root, "")
    let resource = SchemaResource(
      uri: id?.resolved(against: base).document ?? base, document: document, pointer: "",
      dialect: try dialect(root, "") ?? SchemaDialect.standardURI)
    registry.add(
      SchemaDocument(uri: uri, root: root, resource: registry.resources.count))
    guard let index = registry.add(resource) else { throw taken(resource.uri, root, "") }
    try read(root, pointer: "", keyword: "", resource: index)
    return index
  }

  /// Reads a schema and all schemas in it.
  mutating func read(
    _ node: DataNode, pointer: String, keyword: String, resource: Int
  ) throws(SchemaError) {
    var pending = [
      Pending(node: node, pointer: pointer, keyword: keyword, resource: resource, depth: 0)
    ]
    while let next = pending.popLast() { try visit(next, &pending) }
  }

  private mutating func visit(
    _ schema: Pending, _ pending: inout [Pending]
  ) throws(SchemaError) {
    let (node, pointer) = (schema.node, schema.pointer)
    guard schema.depth <= Self.depthLimit else {
      throw error(pointer, "schemas are nested more than \(Self.depthLimit) levels deep", node)
    }
    guard let members = node.object else {
      guard node.boolValue != nil else {
        throw error(
          pointer, "a schema must be a map, true or false; this is \(node.kindInWords)", node)
      }
      add(node, schema, schema.resource)
      return
    }
    var resource = schema.resource
    if !pointer.isEmpty, let id = try identifier(node, pointer) {
      let outer = registry.resources[resource]
      let inner = SchemaResource(
        uri: id.resolved(against: outer.uri).document, document: document, pointer: pointer,
        dialect: try dialect(node, pointer) ?? outer.dialect)
      guard let index = registry.add(inner) else { throw taken(inner.uri, node, pointer) }
      resource = index
    }
    add(node, schema, resource)
    for (key, isDynamic) in [("$anchor", false), ("$dynamicAnchor", true)] {
      guard let value = node[key] else { continue }
      guard let name = value.string, Self.isAnchor(name) else {
        throw error(
          "\(pointer)/\(key)", "`\(key)` must be a name of letters, digits, `-`, `_` and `.`", value
        )
      }
      guard registry.addAnchor(name, pointer, isDynamic: isDynamic, resource: resource) else {
        throw error("\(pointer)/\(key)", "the anchor `\(name)` is given twice", value)
      }
    }
    // What stands first is put on the stack last, so that schemas come in the document's order.
    for member in members.reversed() {
      guard let shape = SchemaKeyword.shape(member.key) else { continue }
      let place = "\(pointer)/\(member.key)"
      func add(_ node: DataNode, _ pointer: String) {
        pending.append(
          Pending(
            node: node, pointer: pointer, keyword: member.key, resource: resource,
            depth: schema.depth + 1))
      }
      switch shape {
      case .schema: add(member.value, place)
      case .list:
        guard let elements = member.value.array, !elements.isEmpty else {
          throw error(place, "`\(member.key)` must be a list of schemas", member.value)
        }
        for (i, element) in elements.enumerated().reversed() { add(element, "\(place)/\(i)") }
      case .map:
        guard let entries = member.value.object else {
          throw error(place, "`\(member.key)` must be a map of schemas", member.value)
        }
        for entry in entries.reversed() {
          add(entry.value, "\(place)/\(JSONPointer.escaped(entry.key))")
        }
      }
    }
  }

  private mutating func add(_ node: DataNode, _ schema: Pending, _ resource: Int) {
    registry.add(
      SchemaLocation(
        document: document, resource: resource, pointer: schema.pointer, keyword: schema.keyword,
        node: node))
  }

  // MARK: - URIs

  private func identifier(
    _ node: DataNode, _ pointer: String
  ) throws(SchemaError) -> URIReference? {
    guard let value = node["$id"] else { return nil }
    guard let text = value.string else {
      throw error("\(pointer)/$id", "`$id` must be text", value)
    }
    let id = URIReference(text)
    guard (id.fragment ?? "").isEmpty else {
      throw error(
        "\(pointer)/$id", "`$id` must have nothing behind `#`", value,
        help: "name a part of a schema by `$anchor`")
    }
    return id.document
  }

  private func dialect(_ node: DataNode, _ pointer: String) throws(SchemaError) -> String? {
    guard let value = node["$schema"] else { return nil }
    guard let text = value.string else {
      throw error("\(pointer)/$schema", "`$schema` must be text", value)
    }
    return URIReference(text).document.description
  }

  private static func isAnchor(_ name: String) -> Bool {
    guard let first = name.utf8.first, first == 0x5F || first | 0x20 >= 0x61, first < 0x7B else {
      return false
    }
    return name.utf8.allSatisfy { byte in
      byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
        || byte == 0x5F || byte == 0x2D || byte == 0x2E
    }
  }

  // MARK: - Errors

  private func taken(_ uri: URIReference, _ node: DataNode, _ pointer: String) -> SchemaError {
    let value = node["$id"]
    return error(
      value == nil ? pointer : pointer + "/$id", "two schemas have the URI `\(uri)`",
      value ?? node)
  }

  private func error(
    _ pointer: String, _ message: String, _ node: DataNode, help: String? = nil
  ) -> SchemaError {
    SchemaError(
      document: uri, pointer: pointer, message, help: help, range: node.range)
  }
}

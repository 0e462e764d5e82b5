import SourceCore
import StructuredData

/// Schemas by their URIs; a reference is looked up here and nowhere else.
///
/// The meta-schemas of draft 2020-12 and our own are known without being registered.
public struct SchemaRegistry: Sendable {
  private(set) var documents: [SchemaDocument] = []
  private(set) var resources: [SchemaResource] = []
  private var indices: [String: Int] = [:]

  /// Makes a registry that knows the built-in meta-schemas.
  public init() {}

  /// Adds a document under the URI that it would be fetched from, and under its `$id`.
  ///
  /// References in it may lead to documents that are added later.
  public mutating func register(_ root: DataNode, uri: String) throws(SchemaError) {
    let base = URIReference(uri).document
    let document = documents.count
    var indexer = SchemaIndexer(registry: self, document: document, uri: uri)
    let index = try indexer.readRoot(root, base: base)
    self = indexer.registry
    // A document is found under both of its URIs.
    if indices[base.description] == nil { indices[base.description] = index }
  }

  /// A validator for the document or the part of one that has this URI.
  ///
  /// - Parameter assertFormat: whether `format` is checked where the schema's own vocabularies say
  ///   it is only a note.
  public func validator(
    for uri: String, assertFormat: Bool = false
  ) throws(SchemaError) -> SchemaValidator {
    var compiler = SchemaCompiler(self, assertFormat: assertFormat)
    return SchemaValidator(program: try compiler.program(uri))
  }

  /// The URI that a reference means in a registered document.
  public func resolve(_ reference: String, in document: String) -> String {
    var base = URIReference(document).document
    if let index = indices[base.description] { base = resources[index].uri }
    return URIReference(reference).resolved(against: base).document.description
  }

  // MARK: - Building

  mutating func add(_ document: SchemaDocument) { documents.append(document) }

  /// Adds a resource; returns nil where its URI is taken.
  mutating func add(_ resource: SchemaResource) -> Int? {
    let uri = resource.uri.description
    guard indices[uri] == nil else { return nil }
    indices[uri] = resources.count
    resources.append(resource)
    return resources.count - 1
  }

  /// Adds a schema to its document.
  mutating func add(_ location: SchemaLocation) {
    guard
      documents[location.document].locations.updateValue(location, forKey: location.pointer)
        == nil
    else { return }
    documents[location.document].pointers.append(location.pointer)
  }

  /// Names a schema; returns false where the resource has that name already.
  mutating func addAnchor(
    _ name: String, _ pointer: String, isDynamic: Bool, resource: Int
  ) -> Bool {
    let isNew = resources[resource].anchors.updateValue(pointer, forKey: name) == nil
    if isDynamic { resources[resource].dynamicAnchors[name] = pointer }
    return isNew
  }

  // MARK: - Looking up

  /// The resource with a URI; one that is built in is read when it is first asked for.
  mutating func resource(_ uri: URIReference) -> Int? {
    let text = uri.document.description
    if let known = indices[text] { return known }
    guard let builtin = MetaSchema.text(text),
      let root = JSONParser.parse(Array(builtin.utf8)).root
    else { return nil }
    // The documents inside the tool have no fault, which the tests would show.
    try? register(root, uri: text)
    return indices[text]
  }

  /// The schema at a pointer of a document, also inside of keywords that are not known.
  mutating func location(_ pointer: String, document: Int) throws(SchemaError) -> SchemaLocation? {
    if let known = documents[document].locations[pointer] { return known }
    guard let parts = JSONPointer.parts(pointer), let node = documents[document].value(parts),
      node.object != nil || node.boolValue != nil
    else { return nil }
    var around = parts.dropLast()
    var resource = documents[document].resource
    while true {
      let outer = around.map { "/" + JSONPointer.escaped($0) }.joined()
      if let location = documents[document].locations[outer] {
        resource = location.resource
        break
      }
      guard around.popLast() != nil else { break }
    }
    var indexer = SchemaIndexer(
      registry: self, document: document, uri: documents[document].uri)
    try indexer.read(node, pointer: pointer, keyword: parts.last ?? "", resource: resource)
    self = indexer.registry
    return documents[document].locations[pointer]
  }

  /// A schema's URI with its pointer from the root of its resource.
  func uri(of location: SchemaLocation) -> String {
    let resource = resources[location.resource]
    return resource.uri.description + "#" + location.pointer.dropFirst(resource.pointer.count)
  }
}

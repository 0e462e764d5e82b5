import StructuredData

/// One schema in a document.
struct SchemaLocation: Sendable {
  /// Index of the document in its registry.
  let document: Int
  /// Index of the resource (the part of a document with a URI of its own) in the registry.
  let resource: Int
  /// From the document's root.
  let pointer: String
  /// The keyword that holds it; empty for a root.
  let keyword: String
  let node: DataNode
}

/// A schema with a URI of its own: a document, or a part of one that has an `$id`.
struct SchemaResource: Sendable {
  /// Without a fragment.
  let uri: URIReference
  /// Index of the document in its registry.
  let document: Int
  /// From the document's root.
  let pointer: String
  /// The URI of its meta-schema.
  let dialect: String
  /// Pointers of what `$anchor` and `$dynamicAnchor` name.
  var anchors: [String: String] = [:]
  var dynamicAnchors: [String: String] = [:]
}

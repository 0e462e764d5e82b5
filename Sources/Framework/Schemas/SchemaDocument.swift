import StructuredData

/// A registered document with all the schemas in it.
struct SchemaDocument: Sendable {
  /// The URI it was registered under.
  let uri: String
  let root: DataNode
  /// Index of the document's own resource in the registry.
  let resource: Int
  /// The schemas by their pointers.
  var locations: [String: SchemaLocation] = [:]
  /// Pointers of the schemas in the order of the document.
  var pointers: [String] = []

  /// The value that a pointer leads to, whether it is a schema or not.
  func value(_ parts: [String]) -> DataNode? {
    var node = root
    for part in parts {
      switch node.content {
      case .object(let members):
        guard let member = members.first(where: { ExactText.areSame($0.key, part) }) else {
          return nil
        }
        node = member.value
      case .array(let elements):
        guard let index = JSONPointer.index(part), index < elements.count else { return nil }
        node = elements[index]
      case .null, .bool, .integer, .number, .string: return nil
      }
    }
    return node
  }
}

import SourceCore
import StructuredData

/// What a site generator's configuration says of a course, under the manifest's names for it.
struct SiteMetadata {
  private var fields: [String: Field<DataNode>] = [:]

  /// What is known of a field; nil where nothing is.
  subscript(_ name: String) -> Field<DataNode>? { fields[name] }

  /// Takes the first of some values for a field, unless one is known already.
  mutating func take(_ name: String, _ nodes: DataNode?..., in file: CourseFile) {
    guard fields[name] == nil else { return }
    guard let node = nodes.compactMap({ $0 }).first(where: { !Self.isEmpty($0) }) else { return }
    fields[name] = Field(node, path: file.path, range: node.range)
  }

  private static func isEmpty(_ node: DataNode) -> Bool {
    switch node.content {
    case .null: true
    case .string(let text): text.utf8.allSatisfy { $0 <= 0x20 }
    case .array(let elements): elements.isEmpty
    default: false
    }
  }
}

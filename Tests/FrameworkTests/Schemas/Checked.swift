import Framework
import SourceCore
import StructuredData
import Testing

/// A value checked against a schema, both written as JSON or YAML.
struct Checked {
  let problems: [SchemaProblem]
  let isValid: Bool

  init(
    _ value: String, _ schema: String, resources: [String: String] = [:], assertFormat: Bool = false
  ) throws {
    let validator = try Self.validator(schema, resources: resources, assertFormat: assertFormat)
    let root = try #require(Self.parse(value))
    problems = try validator.problems(of: root)
    isValid = try validator.isValid(root)
    #expect(isValid == problems.isEmpty)
  }

  static func validator(
    _ schema: String, resources: [String: String] = [:], assertFormat: Bool = false
  ) throws -> SchemaValidator {
    var registry = SchemaRegistry()
    try registry.register(try #require(parse(schema)), uri: "urn:test:schema")
    for resource in resources {
      try registry.register(try #require(parse(resource.value)), uri: resource.key)
    }
    return try registry.validator(for: "urn:test:schema", assertFormat: assertFormat)
  }

  /// A value; JSON is tried first, because YAML reads some of its escapes otherwise.
  static func parse(_ text: String) -> DataNode? {
    let bytes = Array(text.utf8)
    let json = JSONParser.parse(bytes)
    return json.problems.isEmpty ? json.root : YAMLParser.parse(bytes).root
  }

  /// A list of lists, which a parser would refuse.
  static func nested(_ depth: Int) -> DataNode {
    wrapped(DataNode(.null, range: ByteRange(0, 0), written: nil, isPlain: false), depth) {
      .array([$0])
    }
  }

  /// A value inside of others.
  static func wrapped(
    _ node: DataNode, _ depth: Int, _ wrap: (DataNode) -> DataNode.Content
  ) -> DataNode {
    var node = node
    for _ in 0..<depth {
      node = DataNode(wrap(node), range: ByteRange(0, 0), written: nil, isPlain: false)
    }
    return node
  }
}

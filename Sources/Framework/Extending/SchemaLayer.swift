import SourceCore
import StructuredData

/// A schema that an office puts upon the framework's own.
struct SchemaLayer: Sendable {
  /// The framework that says so.
  let framework: String
  /// The schema, as the document writes it.
  let schema: DataNode
  private let validator: SchemaValidator

  /// Reads a schema.
  ///
  /// - Parameters:
  ///   - uri: the name of the schema, unless it gives one itself.
  ///   - title: what a message calls the file as a whole.
  ///   - checksRequired: whether `required` at the top counts here. For a manifest it is the
  ///     agreement's business, which knows what other files say.
  init(
    _ schema: DataNode, framework: String, uri: String, title: String, checksRequired: Bool
  ) throws(SchemaError) {
    self.framework = framework
    self.schema = schema
    var members = schema.object ?? []
    if !checksRequired { members.removeAll { $0.key == "required" } }
    if schema["title"] == nil {
      let text = DataNode(
        .string(title), range: schema.range, written: title, isPlain: false)
      members.append(.init(key: "title", keyRange: schema.range, value: text))
    }
    let root = DataNode(
      .object(members), range: schema.range, written: nil, isPlain: false)
    let name = schema["$id"]?.string ?? uri
    var registry = SchemaRegistry()
    try registry.register(root, uri: name)
    validator = try registry.validator(for: name, assertFormat: true)
  }

  /// What this schema alone finds wrong.
  func problems(
    of value: DataNode, vocabulary: @escaping (String) -> Vocabulary?
  ) -> [SchemaProblem] {
    validator.allProblems(of: value, vocabulary: vocabulary).map { problem in
      // Braces around a text make a map of it, but not the one that is asked for.
      let isGuess = problem.keyword == "type" && problem.fix?.title.contains("{") == true
      let reason = "`\(framework)` asks for it"
      let help = isGuess ? reason : problem.help.map { "\($0) (\(reason))" } ?? reason
      var told = SchemaProblem(
        range: problem.range, pointer: problem.pointer, keyword: problem.keyword,
        message: problem.message, help: help, fix: isGuess ? nil : problem.fix)
      told.schemaPointer = problem.schemaPointer
      told.schemaLocation = problem.schemaLocation
      return told
    }
  }

  /// Whether the schema names the field at a pointer, so that nobody else need know it.
  func declares(_ pointer: String) -> Bool {
    guard let parts = JSONPointer.parts(pointer) else { return false }
    return Self.declares(parts[...], schema, root: schema, depth: 0)
  }

  private static func declares(
    _ parts: ArraySlice<String>, _ schema: DataNode, root: DataNode, depth: Int
  ) -> Bool {
    guard let first = parts.first else { return true }
    guard depth < 32 else { return false }
    if let next = schema["properties"]?[first],
      declares(parts.dropFirst(), next, root: root, depth: depth + 1)
    {
      return true
    }
    if Int(first) != nil, let items = schema["items"],
      declares(parts.dropFirst(), items, root: root, depth: depth + 1)
    {
      return true
    }
    var branches = ["allOf", "anyOf", "oneOf"].flatMap { schema[$0]?.array ?? [] }
    branches += ["then", "else"].compactMap { schema[$0] }
    if let reference = schema["$ref"]?.string, reference.hasPrefix("#/$defs/"),
      let target = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))]
    {
      branches.append(target)
    }
    return branches.contains { declares(parts, $0, root: root, depth: depth + 1) }
  }
}

extension [SchemaLayer] {
  /// What the framework's own schema found, without fields that a layer knows, and what the layers
  /// find besides.
  func add(
    to own: [SchemaProblem], of value: DataNode, vocabulary: @escaping (String) -> Vocabulary?
  ) -> [SchemaProblem] {
    if isEmpty { return own }
    var found = own.filter { problem in
      !(problem.isUnknownField && contains { $0.declares(problem.pointer) })
    }
    for layer in self {
      // Of two demands on one value that it fails, the first one is told.
      let told = Set(found.map(\.range))
      found += layer.problems(of: value, vocabulary: vocabulary).filter {
        $0.keyword == "required" || !told.contains($0.range)
      }
    }
    return found.sorted { $0.range < $1.range }
  }
}

extension SchemaProblem {
  /// Whether a field is missing that every manifest has, there or by what another file says; the
  /// one that some other field asks for must stand beside it.
  public var isMissingMetadata: Bool {
    keyword == "required" && pointer.isEmpty && schemaPointer == "/required"
  }
}

import SourceCore
import StructuredData

/// The value of a keyword, which says where it stands when it is not what it must be.
struct SchemaValue {
  let node: DataNode
  /// From the document's root.
  let pointer: String
  /// Index of the document in its registry.
  let document: Int
  /// URI of the document.
  let uri: String
  /// Index of the schema that holds the keyword; of the one being compiled, that is.
  let schema: Int

  func error(_ message: String, help: String? = nil) -> SchemaError {
    SchemaError(document: uri, pointer: pointer, message, help: help, range: node.range)
  }

  private var keyword: String {
    let parts = pointer.split(separator: "/")
    return String(parts.last ?? "")
  }

  /// An element or entry of the value.
  func part(_ name: String, _ node: DataNode) -> SchemaValue {
    SchemaValue(
      node: node, pointer: "\(pointer)/\(JSONPointer.escaped(name))", document: document,
      uri: uri, schema: schema)
  }

  func text() throws(SchemaError) -> String {
    guard let text = node.string else { throw error("`\(keyword)` must be text") }
    return text
  }

  func truth() throws(SchemaError) -> Bool {
    guard let value = node.boolValue else { throw error("`\(keyword)` must be true or false") }
    return value
  }

  func number() throws(SchemaError) -> ExactNumber {
    switch ExactNumber(node) {
    case nil, .notANumber?, .infinity?: throw error("`\(keyword)` must be a number")
    case let number?: return number
    }
  }

  /// A count: zero or a whole number above, which may be written 2.0.
  func count() throws(SchemaError) -> Int {
    switch ExactNumber(node) {
    case .integer(let value)? where value >= 0: return Int(clamping: value)
    // Nothing has that many entries.
    case .decimal(let value)? where value.exponent >= 0 && !value.isNegative: return .max
    default: throw error("`\(keyword)` must be a whole number that is not negative")
    }
  }

  /// Texts of which none comes twice.
  func texts() throws(SchemaError) -> [String] {
    guard let elements = node.array else { throw error("`\(keyword)` must be a list of texts") }
    var texts: [String] = []
    var seen: Set<ExactText> = []
    for element in elements {
      guard let text = element.string else { throw error("`\(keyword)` must be a list of texts") }
      guard seen.insert(ExactText(text)).inserted else {
        throw error("`\(keyword)` lists `\(text)` twice")
      }
      texts.append(text)
    }
    return texts
  }

  func types() throws(SchemaError) -> JSONTypes {
    let single = node.string
    let all = JSONType.allCases.map(\.rawValue).joined(separator: ", ")
    let problem = "`\(keyword)` must be one of \(all), or a list of them"
    guard single != nil || node.array?.isEmpty == false else { throw error(problem) }
    var types: JSONTypes = []
    var names: [String] = []
    if let single { names = [single] } else { names = try texts() }
    for name in names {
      guard let type = JSONType(rawValue: name) else { throw error(problem) }
      types.formUnion(JSONTypes(type))
    }
    return types
  }

  func members() throws(SchemaError) -> [DataNode.Member] {
    guard let members = node.object else { throw error("`\(keyword)` must be a map") }
    return members
  }
}

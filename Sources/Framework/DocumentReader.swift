import StructuredData

/// Reads parts of a framework document, and says which part is wrong.
struct DocumentReader {
  let node: DataNode
  /// Where the node stands in the document, for a message.
  let part: String

  init(_ node: DataNode, part: String) {
    self.node = node
    self.part = part
  }

  /// A part that must be there.
  func part(_ key: String) throws(DocumentProblem) -> DocumentReader {
    guard let value = node[key] else { throw DocumentProblem(part, "`\(key)` is missing") }
    return DocumentReader(value, part: "\(part).\(key)")
  }

  /// A part that may be missing.
  func optionalPart(_ key: String) -> DocumentReader? {
    node[key].map { DocumentReader($0, part: "\(part).\(key)") }
  }

  /// The entries of a map, in their order.
  func members() throws(DocumentProblem) -> [(key: String, value: DocumentReader)] {
    guard let members = node.object else { throw DocumentProblem(part, "must be a map") }
    return members.map { ($0.key, DocumentReader($0.value, part: "\(part).\($0.key)")) }
  }

  /// The elements of a list.
  func elements() throws(DocumentProblem) -> [DocumentReader] {
    guard let elements = node.array else { throw DocumentProblem(part, "must be a list") }
    return elements.map { DocumentReader($0, part: part) }
  }

  /// A text.
  func text() throws(DocumentProblem) -> String {
    guard let text = node.string else { throw DocumentProblem(part, "must be text") }
    return text
  }

  /// A list of texts.
  func texts() throws(DocumentProblem) -> [String] {
    guard let elements = node.array else { throw DocumentProblem(part, "must be a list of texts") }
    var texts: [String] = []
    texts.reserveCapacity(elements.count)
    for element in elements {
      guard let text = element.string else {
        throw DocumentProblem(part, "must be a list of texts")
      }
      texts.append(text)
    }
    return texts
  }

  /// A map of text to text.
  func textMap() throws(DocumentProblem) -> [String: String] {
    guard let members = node.object else { throw DocumentProblem(part, "must be a map of texts") }
    var texts: [String: String] = [:]
    for member in members {
      guard let text = member.value.string else {
        throw DocumentProblem(part, "must be a map of texts")
      }
      texts[member.key] = text
    }
    return texts
  }

  /// A whole number.
  func integer() throws(DocumentProblem) -> Int {
    guard let value = node.intValue else { throw DocumentProblem(part, "must be a whole number") }
    return value
  }

  /// A number.
  func number() throws(DocumentProblem) -> Double {
    guard let value = node.doubleValue else { throw DocumentProblem(part, "must be a number") }
    return value
  }

  /// One of the values of an enumeration.
  func value<Value: RawRepresentable<String>>(
    of type: Value.Type
  ) throws(DocumentProblem) -> Value {
    let text = try text()
    guard let value = Value(rawValue: text) else {
      throw DocumentProblem(part, "`\(text)` is not known here")
    }
    return value
  }
}

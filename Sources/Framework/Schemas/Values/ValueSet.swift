import StructuredData

/// The values of an `enum` or a `const`, laid out so that a long list costs no more than a short one.
struct ValueSet: Sendable {
  private var types: JSONTypes = []
  private var texts: Set<ExactText> = []
  private var numbers: Set<ExactNumber> = []
  private var truths: Set<Bool> = []
  /// Lists and maps by their hashes.
  private var containers: [Int: [Instance]] = [:]

  init(_ values: [DataNode]) {
    for value in values {
      types.formUnion(JSONTypes(of: value))
      switch value.content {
      case .null: break
      case .bool(let truth): truths.insert(truth)
      case .string(let text): texts.insert(ExactText(text))
      case .integer, .number:
        if let number = ExactNumber(value) { numbers.insert(number) }
      case .array, .object:
        let instance = Instance(value)
        containers[instance.hashes()[0], default: []].append(instance)
      }
    }
  }

  /// Whether a value is one of them; `hash` is asked for only where it is a list or a map.
  func contains(_ index: Int, of instance: Instance, hash: () -> Int) -> Bool {
    guard types.contains(instance.type(index)) else { return false }
    let node = instance.node(index)
    switch node.content {
    case .null: return true
    case .bool(let truth): return truths.contains(truth)
    case .string(let text): return texts.contains(ExactText(text))
    case .integer, .number: return ExactNumber(node).map { numbers.contains($0) } ?? false
    case .array, .object:
      return containers[hash()]?.contains { instance.isEqual(index, to: $0, 0) } ?? false
    }
  }
}

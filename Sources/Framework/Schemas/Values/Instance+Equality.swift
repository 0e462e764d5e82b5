import StructuredData

extension Instance {
  /// A number for each value that is the same for equal values, however they are written.
  ///
  /// Entries come behind what holds them, so that one pass from the end is enough.
  func hashes() -> [Int] {
    var hashes = [Int](repeating: 0, count: count)
    for i in stride(from: count - 1, through: 0, by: -1) {
      var hasher = Hasher()
      switch nodes[i].content {
      case .null, .bool, .integer, .number, .string:
        hashes[i] = scalarHash(i)
        continue
      case .array(let elements):
        let first = firstChild(i)
        for child in first..<(first + elements.count) { hasher.combine(hashes[child]) }
      case .object(let members):
        // The order of entries does not count.
        var sum = 0
        for (offset, member) in members.enumerated() {
          var entry = Hasher()
          entry.combine(member.key)
          entry.combine(hashes[firstChild(i) + offset])
          sum &+= entry.finalize()
        }
        hasher.combine(members.count)
        hasher.combine(sum)
      }
      hashes[i] = hasher.finalize()
    }
    return hashes
  }

  /// The hash of a value that is neither list nor map; that of a list or map is 0.
  func scalarHash(_ index: Int) -> Int {
    var hasher = Hasher()
    switch node(index).content {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .integer, .number: hasher.combine(ExactNumber(node(index)))
    case .string(let text): hasher.combine(text)
    case .array, .object: return 0
    }
    return hasher.finalize()
  }

  /// Whether two values are equal as JSON Schema has it: 1 and 1.0 are, 1 and true are not.
  func isEqual(_ index: Int, to other: Instance, _ otherIndex: Int) -> Bool {
    var pending = [(index, otherIndex)]
    while let (a, b) = pending.popLast() {
      switch (node(a).content, other.node(b).content) {
      case (.null, .null): continue
      case (.bool(let x), .bool(let y)): if x != y { return false }
      case (.string(let x), .string(let y)): if !ExactText.areSame(x, y) { return false }
      case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number):
        if ExactNumber(node(a)) != ExactNumber(other.node(b)) { return false }
      case (.array(let x), .array(let y)):
        guard x.count == y.count else { return false }
        let (firstA, firstB) = (firstChild(a), other.firstChild(b))
        for i in x.indices { pending.append((firstA + i, firstB + i)) }
      case (.object(let x), .object(let y)):
        guard x.count == y.count else { return false }
        let places = Dictionary(
          y.enumerated().map { (ExactText($0.element.key), $0.offset) },
          uniquingKeysWith: { first, _ in first })
        let (firstA, firstB) = (firstChild(a), other.firstChild(b))
        for (i, member) in x.enumerated() {
          guard let place = places[ExactText(member.key)] else { return false }
          pending.append((firstA + i, firstB + place))
        }
      default: return false
      }
    }
    return true
  }
}

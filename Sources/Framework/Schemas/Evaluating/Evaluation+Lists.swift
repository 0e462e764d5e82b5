import StructuredData

extension Evaluation {
  /// `minItems`, `maxItems`, `uniqueItems`, `prefixItems`, `items`, `contains` of a list.
  mutating func listHolds(
    _ check: SchemaCheck, _ schema: Int, _ place: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    let count = instance.childCount(place)
    switch check {
    case .minItems(let least): return count >= least
    case .maxItems(let most): return count <= most
    case .uniqueItems:
      try spend(count / 4, schema)
      return repeatedElement(place) == nil
    case .elements(let i): return try elements(i, place, count, scope, tracker)
    case .contains(let i):
      let contains = program.tables.contains[i]
      let found = try matchCount(contains, place, count, scope, tracker)
      return found >= contains.least && contains.most.map { found <= $0 } ?? true
    default: return true
    }
  }

  private mutating func elements(
    _ index: Int, _ place: Int, _ count: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Bool {
    let elements = program.tables.elements[index]
    let first = instance.firstChild(place)
    for i in 0..<count {
      guard let target = i < elements.prefix.count ? elements.prefix[i] : elements.rest else {
        break
      }
      guard try holds(target, first + i, scope) else { return false }
      if tracker >= 0 { marks[tracker + i] = true }
    }
    return true
  }

  /// How many elements fit; counting ends where the answer is known and nobody wants the marks.
  mutating func matchCount(
    _ contains: SchemaProgram.Contains, _ place: Int, _ count: Int, _ scope: Int, _ tracker: Int
  ) throws(SchemaLimit) -> Int {
    let first = instance.firstChild(place)
    let enough = contains.most.map { $0 == .max ? $0 : $0 + 1 } ?? contains.least
    var found = 0
    for i in 0..<count {
      if tracker < 0, found >= enough { break }
      guard try holds(contains.schema, first + i, scope) else { continue }
      found += 1
      if tracker >= 0 { marks[tracker + i] = true }
    }
    return found
  }

  /// The first element that equals an earlier one; nil where all differ.
  mutating func repeatedElement(_ place: Int) -> Int? {
    let first = instance.firstChild(place)
    let children = first..<(first + instance.childCount(place))
    guard children.count > 1 else { return nil }
    var seen: [Int: [Int]] = [:]
    seen.reserveCapacity(children.count)
    for child in children {
      let hash = hash(child)
      if let earlier = seen[hash],
        earlier.contains(where: { instance.isEqual($0, to: instance, child) })
      {
        return child
      }
      seen[hash, default: []].append(child)
    }
    return nil
  }
}

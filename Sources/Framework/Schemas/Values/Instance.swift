import SourceCore
import StructuredData

/// A value laid out flat: each value has an index, and the entries of a list or map stand together.
///
/// The key of an entry is a value, too, with an index of its own behind those of all values, so that
/// `propertyNames` needs no special case.
struct Instance: Sendable {
  /// All values; the entries of one list or map follow one another, behind what holds them.
  let nodes: [DataNode]
  let types: [JSONTypes]
  private let firstChildren: [Int32]
  private let parents: [Int32]

  init(_ root: DataNode) {
    var nodes = [root]
    var types: [JSONTypes] = []
    var firstChildren: [Int32] = []
    var parents: [Int32] = [-1]
    var i = 0
    while i < nodes.count {
      types.append(JSONTypes(of: nodes[i]))
      firstChildren.append(Int32(nodes.count))
      switch nodes[i].content {
      case .array(let elements):
        nodes.append(contentsOf: elements)
        parents.append(contentsOf: repeatElement(Int32(i), count: elements.count))
      case .object(let members):
        for member in members { nodes.append(member.value) }
        parents.append(contentsOf: repeatElement(Int32(i), count: members.count))
      case .null, .bool, .integer, .number, .string: break
      }
      i += 1
    }
    self.nodes = nodes
    self.types = types
    self.firstChildren = firstChildren
    self.parents = parents
  }

  /// Number of values, without the keys.
  var count: Int { nodes.count }

  /// Index of the first entry of a list or map.
  func firstChild(_ index: Int) -> Int { Int(firstChildren[index]) }

  /// Number of entries of a list or map; 0 for anything else.
  func childCount(_ index: Int) -> Int {
    guard index < nodes.count else { return 0 }
    switch nodes[index].content {
    case .array(let elements): return elements.count
    case .object(let members): return members.count
    case .null, .bool, .integer, .number, .string: return 0
    }
  }

  /// Index of the key of an entry.
  func key(ofChild index: Int) -> Int { nodes.count + index }

  func type(_ index: Int) -> JSONTypes { index < nodes.count ? types[index] : .string }

  /// A value, or a key as a text.
  func node(_ index: Int) -> DataNode {
    if index < nodes.count { return nodes[index] }
    guard let member = member(index - nodes.count) else { return nodes[0] }
    return DataNode(
      .string(member.key), range: member.keyRange, written: member.key,
      isPlain: member.keyRange.count == member.key.utf8.count)
  }

  /// The entry of a map that a value is; nil for an element of a list and for the root.
  func member(_ index: Int) -> DataNode.Member? {
    let parent = Int(parents[index])
    guard parent >= 0, case .object(let members) = nodes[parent].content else { return nil }
    return members[index - firstChild(parent)]
  }

  /// All entries of the map that a value is in.
  func siblings(_ index: Int) -> [DataNode.Member] {
    let parent = Int(parents[index])
    return parent < 0 ? [] : nodes[parent].object ?? []
  }

  /// Where a value stands; a key stands where its value does.
  func path(_ index: Int) -> InstancePath {
    var steps: [InstancePath.Step] = []
    var index = index < nodes.count ? index : index - nodes.count
    while parents[index] >= 0 {
      let parent = Int(parents[index])
      if let member = member(index) {
        steps.append(.key(member.key))
      } else {
        steps.append(.index(index - firstChild(parent)))
      }
      index = parent
    }
    return InstancePath(steps: steps.reversed())
  }

  /// The value with what is needed to speak of it.
  func place(_ index: Int) -> InstancePlace {
    InstancePlace(
      path: path(index), node: node(index),
      keyRange: index < nodes.count ? member(index)?.keyRange : nil, isKey: index >= nodes.count)
  }
}

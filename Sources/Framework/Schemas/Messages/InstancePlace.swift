import SourceCore
import StructuredData

/// A value with what is needed to speak of it.
struct InstancePlace {
  let path: InstancePath
  let node: DataNode
  /// The key it stands under; nil for an element and for the whole document.
  let keyRange: ByteRange?
  /// Whether it is a key itself.
  var isKey = false

  /// Where to point for a problem of the value as a whole: a long value's key, or the value.
  var flagged: ByteRange {
    if isKey { return node.range }
    if path.steps.isEmpty { return ByteRange(node.range.lower, node.range.lower) }
    switch node.content {
    case .object(let members): return keyRange ?? members.first?.keyRange ?? node.range
    case .array, .null: return keyRange ?? node.range
    case .bool, .integer, .number, .string: return node.range
    }
  }

  /// Whether it is an element of a list.
  var isElement: Bool {
    if case .index = path.steps.last { return true }
    return false
  }
}

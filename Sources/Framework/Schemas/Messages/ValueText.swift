import StructuredData

/// Writes values of a schema for messages.
enum ValueText {
  private static let limit = 60

  /// A scalar as it is written, a list or map in brackets, cut where it is long.
  static func short(_ node: DataNode) -> String {
    var text = ""
    write(node, to: &text)
    return cut(text)
  }

  /// A text, or its beginning where it is long.
  static func cut(_ text: String) -> String {
    text.utf8.count > limit && text.count > limit ? text.prefix(limit) + "…" : text
  }

  private static func write(_ node: DataNode, to text: inout String) {
    guard text.utf8.count <= limit * 4 else { return }
    switch node.content {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer, .number: text += node.written ?? NumberWords.text(node.doubleValue ?? 0)
    case .string(let value): text += value
    case .array(let elements):
      text += "["
      for (i, element) in elements.enumerated() {
        if i > 0 { text += ", " }
        write(element, to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (i, member) in members.enumerated() {
        if i > 0 { text += ", " }
        text += member.key + ": "
        write(member.value, to: &text)
      }
      text += "}"
    }
  }
}

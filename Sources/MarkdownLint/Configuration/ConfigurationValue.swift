import SourceCore
import StructuredData

/// Reads the values of a configuration as JavaScript reads them, because offices' files rely on it.
enum ConfigurationValue {
  /// Whether a value counts as yes where yes or no is asked.
  static func isTrue(_ node: DataNode) -> Bool {
    switch node.content {
    case .null: false
    case .bool(let value): value
    case .integer(let value): value != 0
    case .number(let value): value != 0 && !value.isNaN
    case .string(let text): !text.isEmpty
    case .array, .object: true
    }
  }

  /// The value of an option; nil where what is written means the option's default.
  static func option(_ node: DataNode, _ kind: RuleOption.Kind) -> RuleSettings.Value? {
    switch kind {
    case .flag: return .flag(isTrue(node))
    case .number: return number(node).map { .number($0) }
    case .numbers:
      guard let items = node.array else { return number(node).map { .number($0) } }
      return .numbers(items.compactMap(number))
    case .texts:
      guard let items = node.array else { return nil }
      return .texts(items.compactMap(text))
    case .text: return isTrue(node) ? text(node).map { .text($0) } : .text("")
    case .choice: return isTrue(node) ? text(node).map { .text($0) } : nil
    }
  }

  private static func number(_ node: DataNode) -> Int? {
    switch node.content {
    case .bool(let value): return value ? 1 : 0
    case .null: return 0
    case .string(let text):
      let bytes = text.utf8.drop { $0 == 0x20 }
      return bytes.isEmpty ? 0 : String(bytes).flatMap { Int($0) }
    default: return node.intValue
    }
  }

  private static func text(_ node: DataNode) -> String? {
    node.string ?? node.written
  }
}

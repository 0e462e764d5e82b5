import StructuredData

/// A type of JSON Schema.
enum JSONType: String, Sendable, CaseIterable {
  case null, boolean, integer, number, string, array, object

  /// Whether a value has this type; 60.0 is an integer.
  func fits(_ node: DataNode) -> Bool {
    switch (self, node.content) {
    case (.null, .null), (.boolean, .bool), (.number, .integer), (.number, .number),
      (.integer, .integer), (.string, .string), (.array, .array), (.object, .object):
      true
    case (.integer, .number(let value)): value.rounded() == value
    default: false
    }
  }

  /// What an author calls a value of this type.
  var noun: String {
    switch self {
    case .null: "nothing"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "a map"
    }
  }
}

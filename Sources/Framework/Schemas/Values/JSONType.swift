import StructuredData

/// A type of JSON Schema.
enum JSONType: String, Sendable, CaseIterable {
  case null, boolean, integer, number, string, array, object

  /// Whether a value has this type; 60.0 is an integer.
  func fits(_ node: DataNode) -> Bool { JSONTypes(self).contains(JSONTypes(of: node)) }

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

/// Several types of JSON Schema, or the narrowest one of a value.
struct JSONTypes: OptionSet, Sendable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let null = JSONTypes(rawValue: 1)
  static let boolean = JSONTypes(rawValue: 2)
  static let integer = JSONTypes(rawValue: 4)
  /// A number with a fraction.
  static let fraction = JSONTypes(rawValue: 8)
  static let string = JSONTypes(rawValue: 16)
  static let array = JSONTypes(rawValue: 32)
  static let object = JSONTypes(rawValue: 64)

  init(_ type: JSONType) {
    switch type {
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .number: self = [.integer, .fraction]
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    }
  }

  /// The type of a value.
  init(of node: DataNode) {
    switch node.content {
    case .null: self = .null
    case .bool: self = .boolean
    case .integer: self = .integer
    case .number: self = ExactNumber(node)?.isWhole == true ? .integer : .fraction
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    }
  }
}

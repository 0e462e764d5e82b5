import SourceCore

/// A value read from YAML or JSON, with the place where it is written.
public struct DataNode: Sendable, Hashable {
  /// What a value is.
  public enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([DataNode])
    case object([Member])
  }

  /// One entry of an object, in the order of the file.
  public struct Member: Sendable, Hashable {
    /// The key, without quotes and with its escapes resolved.
    public let key: String
    /// The key as written, quotes included.
    public let keyRange: ByteRange
    /// The value.
    public let value: DataNode

    /// Makes an entry.
    public init(key: String, keyRange: ByteRange, value: DataNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// The value itself.
  public let content: Content
  /// Where it is written, as offsets in the whole file.
  ///
  /// A scalar's range includes its quotes; a block scalar's starts at `|` or `>` and ends with its
  /// last line that is not blank; a block collection's ends with its last entry. An alias has the
  /// range of `*name`, and what it stands for keeps the ranges of the anchored text.
  public let range: ByteRange
  /// A scalar's text without quotes and with its escapes resolved (`1.10`, `no`), so that
  /// `version: 1.10` can be read as "1.10"; nil for arrays and objects.
  public let written: String?
  /// Whether it is a scalar without quotes and without a tag.
  public let isPlain: Bool

  /// Makes a value.
  public init(_ content: Content, range: ByteRange, written: String?, isPlain: Bool) {
    self.content = content
    self.range = range
    self.written = written
    self.isPlain = isPlain
  }

  /// The value of the first entry with this key; nil where there is none or this is no object.
  public subscript(_ key: String) -> DataNode? { member(key)?.value }

  /// The first entry with this key; nil where there is none or this is no object.
  public func member(_ key: String) -> Member? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }
  }

  /// The entries of an object; nil for anything else.
  public var object: [Member]? {
    guard case .object(let members) = content else { return nil }
    return members
  }

  /// The elements of an array; nil for anything else.
  public var array: [DataNode]? {
    guard case .array(let elements) = content else { return nil }
    return elements
  }

  /// A string, or a plain number or Boolean as it is written; nil for anything else.
  public var stringValue: String? {
    switch content {
    case .string(let text): text
    case .bool, .integer, .number: isPlain ? written : nil
    case .null, .array, .object: nil
    }
  }

  /// A string and nothing else.
  public var string: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }

  /// A Boolean; nil for anything else.
  public var boolValue: Bool? {
    guard case .bool(let value) = content else { return nil }
    return value
  }

  /// An integer, also when written `60.0`; nil for anything else.
  public var intValue: Int? {
    switch content {
    case .integer(let value): Int(exactly: value)
    case .number(let value): Self.integer(value).map { Int($0) }
    default: nil
    }
  }

  /// The integer that a number is; `Int64(exactly:)` would need the system's libm.
  private static func integer(_ value: Double) -> Int64? {
    guard value > -0x1p63, value < 0x1p63 else { return nil }
    let whole = Int64(value)
    return Double(whole) == value ? whole : nil
  }

  /// A number of either kind; nil for anything else.
  public var doubleValue: Double? {
    switch content {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// Whether nothing is written here, or `null`.
  public var isNull: Bool { content == .null }

  /// The entries of an object all of whose values are texts (a map of language → text); nil for
  /// anything else.
  public var textMap: [Member]? {
    guard let members = object, members.allSatisfy({ $0.value.stringValue != nil }) else {
      return nil
    }
    return members
  }

  /// What the value is, in an author's words, for messages (`a list`).
  public var kindInWords: String {
    switch content {
    case .null: "nothing"
    case .bool: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "a map of keys and values"
    }
  }

  /// Whether both hold the same value, wherever and however it is written.
  ///
  /// As in JSON Schema: 1 and 1.0 are equal, and the order of an object's keys does not count.
  public func hasSameValue(as other: DataNode) -> Bool {
    switch (content, other.content) {
    case (.array(let a), .array(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.hasSameValue(as: $1) }
    case (.object(let a), .object(let b)):
      return a.count == b.count
        && a.allSatisfy { member in
          other[member.key].map { member.value.hasSameValue(as: $0) } ?? false
        }
    case (.integer(let a), .number(let b)), (.number(let b), .integer(let a)):
      return Self.integer(b) == a
    default: return content == other.content
    }
  }
}

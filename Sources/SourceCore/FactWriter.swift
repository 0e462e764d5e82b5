/// Writes values one after the other as compact bytes, for a `FactReader`.
public struct FactWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Starts with nothing.
  public init() {}

  /// Writes a number; small ones take one byte.
  public mutating func integer(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value << 1 ^ value >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes yes or no.
  public mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes bytes with their number.
  public mutating func data(_ value: [UInt8]) { data(value[...]) }

  /// Writes bytes with their number.
  public mutating func data(_ value: ArraySlice<UInt8>) {
    integer(value.count)
    bytes += value
  }

  /// Writes a text.
  public mutating func text(_ value: String) {
    integer(value.utf8.count)
    bytes += value.utf8
  }

  /// Writes the id of an object.
  public mutating func id(_ value: ObjectID) {
    let (high, middle, low) = value.words
    withUnsafeBytes(of: high.bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: middle.bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: low.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a value that may be missing.
  public mutating func optional<Value>(
    _ value: Value?, _ write: (inout FactWriter, Value) -> Void
  ) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  /// Writes the elements of a list with their number.
  public mutating func list<Element>(
    _ elements: [Element], _ write: (inout FactWriter, Element) -> Void
  ) {
    integer(elements.count)
    for element in elements { write(&self, element) }
  }
}

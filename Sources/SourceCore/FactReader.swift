/// Reads values in the order in which a `FactWriter` wrote them; any bytes, without a trap.
public struct FactReader: Sendable {
  /// Bytes that are not what was asked for.
  public struct Malformed: Error {
    /// Makes a failure.
    public init() {}
  }

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  /// Starts with the first byte.
  public init(_ bytes: [UInt8]) { self.init(bytes, 0, bytes.count) }

  private init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    self.bytes = bytes
    position = start
    self.end = end
  }

  /// Whether all has been read.
  public var isAtEnd: Bool { position == end }

  /// The bytes that have not been read yet.
  public var rest: ArraySlice<UInt8> { bytes[position..<end] }

  /// Reads a number.
  public mutating func integer() throws(Malformed) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1) }
      shift += 7
    }
    throw Malformed()
  }

  /// Reads yes or no.
  public mutating func flag() throws(Malformed) -> Bool {
    guard position < end, bytes[position] <= 1 else { throw Malformed() }
    position += 1
    return bytes[position - 1] == 1
  }

  /// Reads bytes.
  public mutating func data() throws(Malformed) -> [UInt8] { Array(try slice()) }

  /// Reads a text.
  public mutating func text() throws(Malformed) -> String {
    String(decoding: try slice(), as: UTF8.self)
  }

  /// Reads a text that is mostly the same as another one, which is taken then.
  public mutating func text(like other: String) throws(Malformed) -> String {
    let slice = try slice()
    var other = other
    let isSame = other.withUTF8 { other in
      slice.withUnsafeBufferPointer { slice in
        slice.count == other.count && String.firstDifference(slice, other) == nil
      }
    }
    return isSame ? other : String(decoding: slice, as: UTF8.self)
  }

  /// Reads the id of an object.
  public mutating func id() throws(Malformed) -> ObjectID {
    guard position + 20 <= end, let id = ObjectID(bytes: bytes[position..<position + 20])
    else { throw Malformed() }
    position += 20
    return id
  }

  /// A reader of the bytes that `data` would read, which are passed over.
  public mutating func nested() throws(Malformed) -> FactReader {
    let slice = try slice()
    return FactReader(bytes, slice.startIndex, slice.endIndex)
  }

  /// Reads what stands in bytes of its own, or passes over them.
  public mutating func part<Value>(
    isWanted: Bool, else empty: Value, _ read: (inout FactReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value {
    var own = try nested()
    if !isWanted { return empty }
    let value = try read(&own)
    guard own.isAtEnd else { throw Malformed() }
    return value
  }

  /// Reads a value that may be missing.
  public mutating func optional<Value>(
    _ read: (inout FactReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try flag() ? try read(&self) : nil
  }

  /// Reads a list.
  public mutating func list<Element>(
    _ read: (inout FactReader) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  /// Reads how many elements follow.
  public mutating func count() throws(Malformed) -> Int {
    let count = try integer()
    // Each element takes a byte at least, so that a wrong number cannot ask for all the memory.
    guard count >= 0, count <= end - position else { throw Malformed() }
    return count
  }

  private mutating func slice() throws(Malformed) -> ArraySlice<UInt8> {
    let count = try integer()
    guard count >= 0, count <= end - position else { throw Malformed() }
    position += count
    return bytes[position - count..<position]
  }
}

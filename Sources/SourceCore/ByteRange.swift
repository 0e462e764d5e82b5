/// A half-open range of byte offsets in one source text.
public struct ByteRange: Hashable, Sendable, Comparable {
  /// Offset of the first byte.
  public var lower: UInt32
  /// Offset one past the last byte.
  public var upper: UInt32

  /// Makes the range `lower..<upper`; `upper` must not be below `lower`.
  @inlinable public init(_ lower: UInt32, _ upper: UInt32) {
    self.lower = lower
    self.upper = upper
  }

  /// Makes a range from `Int` offsets.
  @inlinable public init(_ lower: Int, _ upper: Int) {
    self.init(UInt32(lower), UInt32(upper))
  }

  /// The first byte's offset as an `Int`.
  @inlinable public var start: Int { Int(lower) }
  /// One past the last byte's offset as an `Int`.
  @inlinable public var end: Int { Int(upper) }
  /// Number of bytes.
  @inlinable public var count: Int { Int(upper) - Int(lower) }
  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { lower == upper }
  /// The range as indices of a byte array.
  @inlinable public var indices: Range<Int> { Int(lower)..<Int(upper) }

  /// Whether `other` lies wholly inside this range.
  @inlinable public func contains(_ other: ByteRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Orders by start, then by end.
  @inlinable public static func < (a: ByteRange, b: ByteRange) -> Bool {
    a.lower != b.lower ? a.lower < b.lower : a.upper < b.upper
  }
}

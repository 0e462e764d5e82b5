/// Looks at eight bytes of a text at a time; the marks it makes have the highest bit of each byte
/// that is meant.
public enum ByteRun {
  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The highest bit of each byte.
  public static let high: UInt64 = 0x8080_8080_8080_8080

  /// The eight bytes from an offset, the first one lowest; behind the end of the text zeros.
  @inlinable @inline(__always)
  public static func eight(_ span: Span<UInt8>, at offset: Int) -> UInt64 {
    if offset + 8 <= span.count {
      return UInt64(
        littleEndian: span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var word: UInt64 = 0
    var i = span.count - 1
    while i >= offset {
      word = word << 8 | UInt64(span[i])
      i -= 1
    }
    return word
  }

  /// The sixteen bytes from an offset, all of which there are.
  @inlinable @inline(__always)
  public static func sixteen(_ span: Span<UInt8>, at offset: Int) -> SIMD16<UInt8> {
    span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// Whether any of sixteen bytes is marked.
  @inlinable @inline(__always)
  public static func isAny(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
    let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return halves.x | halves.y != 0
  }

  /// A byte, eight times.
  @inlinable @inline(__always)
  public static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// Marks the bytes from `low` to `high`, which are ASCII.
  @inlinable @inline(__always)
  public static func marks(_ word: UInt64, from low: UInt8, to high: UInt8) -> UInt64 {
    let rest = word & ~Self.high
    let atLeast = rest &+ UInt64(0x80 - low) &* ones
    let above = rest &+ UInt64(0x7F - high) &* ones
    return atLeast & ~above & ~word & Self.high
  }

  /// Marks the letters of ASCII.
  @inlinable @inline(__always)
  public static func letters(_ word: UInt64) -> UInt64 {
    marks(word | 0x20 &* ones, from: 0x61, to: 0x7A)
  }

  /// Which byte the lowest mark is at.
  @inlinable @inline(__always)
  public static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount / 8 }

  /// Offset of the first byte at or behind `start` that is no letter of ASCII; `end` where all are.
  @inlinable @inline(__always)
  public static func endOfLetters(_ span: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var i = start
    while i < end {
      let others = ~letters(eight(span, at: i)) & high
      if others != 0 { return min(end, i + first(others)) }
      i += 8
    }
    return end
  }

  /// Offset of the first byte from `low` to `high`, which are ASCII, at or behind `start`; `end`
  /// where there is none.
  @inlinable @inline(__always)
  public static func next(
    _ span: Span<UInt8>, from low: UInt8, through high: UInt8, at start: Int, to end: Int
  ) -> Int {
    var i = start
    while i < end {
      let found = marks(eight(span, at: i), from: low, to: high)
      if found != 0 { return min(end, i + first(found)) }
      i += 8
    }
    return end
  }
}

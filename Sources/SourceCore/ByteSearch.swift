/// Finds bytes in a text, eight at a time.
public enum ByteSearch {
  /// Offset of the first `byte` at or behind `start`; nil where there is none.
  public static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int = 0) -> Int? {
    let span = bytes.span
    let raw = span.bytes
    let count = span.count
    var i = start
    // A byte of `word` is zero where the text has the byte that is looked for.
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    while i + 8 <= count {
      let word = raw.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self) ^ pattern
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if zeros != 0 {
        // The lowest mark is exact; those above it may be carries.
        return i + UInt64(littleEndian: zeros).trailingZeroBitCount / 8
      }
      i += 8
    }
    while i < count {
      if span[i] == byte { return i }
      i += 1
    }
    return nil
  }
}

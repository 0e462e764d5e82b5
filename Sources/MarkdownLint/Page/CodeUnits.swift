import SourceCore

/// Lengths as markdownlint counts them: in code units of UTF-16.
enum CodeUnits {
  /// How many units the bytes of a range stand for.
  static func count(_ range: ByteRange, in bytes: [UInt8]) -> Int {
    let span = bytes.span
    let raw = span.bytes
    let end = range.end
    precondition(end <= raw.byteCount)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = range.start
    var count = range.count
    while index + 8 <= end {
      let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 {
        let high = word >> 7
        let next = word >> 6
        // Bytes that continue a character stand for nothing, those that begin one of four for two.
        count -= (high & ~next & ones).nonzeroBitCount
        count += (high & next & (word >> 5) & (word >> 4) & ones).nonzeroBitCount
      }
      index += 8
    }
    while index < end {
      let byte = span[index]
      if byte & 0xC0 == 0x80 { count -= 1 } else if byte >= 0xF0 { count += 1 }
      index += 1
    }
    return count
  }

  /// Where the character that holds the unit `count` of a range starts.
  static func offset(_ count: Int, in range: ByteRange, of bytes: [UInt8]) -> Int {
    var left = count
    for index in range.indices {
      let byte = bytes[index]
      if byte & 0xC0 == 0x80 { continue }
      let units = byte >= 0xF0 ? 2 : 1
      if left < units { return index }
      left -= units
    }
    return range.end
  }
}

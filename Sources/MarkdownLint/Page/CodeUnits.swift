import SourceCore

/// Lengths as markdownlint counts them: in code units of UTF-16.
enum CodeUnits {
  /// How many units the bytes of a range stand for.
  static func count(_ range: ByteRange, in bytes: [UInt8]) -> Int {
    var count = 0
    for index in range.indices {
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 { count += byte >= 0xF0 ? 2 : 1 }
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

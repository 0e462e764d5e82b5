import SourceCore

/// Narrows a changed line down to the words that changed.
enum WordDifference {
  /// The part of `line` that differs from `other`, widened to whole words; the whole line where
  /// words were only left out.
  static func range(of line: Range<Int>, in bytes: [UInt8], against other: ArraySlice<UInt8>)
    -> ByteRange
  {
    let own = bytes[line]
    var start = 0
    let shorter = min(own.count, other.count)
    while start < shorter, own[line.lowerBound + start] == other[other.startIndex + start] {
      start += 1
    }
    var end = 0
    while end < shorter - start,
      own[line.upperBound - 1 - end] == other[other.endIndex - 1 - end]
    {
      end += 1
    }
    var lower = line.lowerBound + start
    var upper = line.upperBound - end
    while lower > line.lowerBound, !isBlank(bytes[lower - 1]) { lower -= 1 }
    while upper < line.upperBound, !isBlank(bytes[upper]) { upper += 1 }
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    while lower < upper, isBlank(bytes[upper - 1]) { upper -= 1 }
    guard lower < upper else { return ByteRange(line.lowerBound, line.upperBound) }
    return ByteRange(lower, upper)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

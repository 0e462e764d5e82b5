import SourceCore

/// Tells whether ranges lie inside others, where both are asked for from the start of a text on.
struct RangeCover {
  private let ranges: [ByteRange]
  private var next = 0
  private var reach: UInt32 = 0

  /// Prepares ranges in any order.
  init(_ ranges: [ByteRange]) { self.ranges = ranges.sorted() }

  /// Whether one of the ranges holds `range`, which starts no earlier than the one asked for before.
  mutating func covers(_ range: ByteRange) -> Bool {
    while next < ranges.count, ranges[next].lower <= range.lower {
      reach = max(reach, ranges[next].upper)
      next += 1
    }
    return next > 0 && reach >= range.upper
  }
}

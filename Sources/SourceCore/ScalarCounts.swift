/// How many Unicode scalars stand before every 4,096th byte of a text, so that a column far out in a
/// very long line is not counted from the line's start each time.
struct ScalarCounts: Sendable {
  static let step = 4_096
  private let before: [UInt32]

  init(_ bytes: [UInt8]) {
    var before: [UInt32] = [0]
    before.reserveCapacity(bytes.count / Self.step + 1)
    var count = 0
    for start in stride(from: 0, to: bytes.count - bytes.count % Self.step, by: Self.step) {
      count += Self.scan(bytes, start..<start + Self.step)
      before.append(UInt32(truncatingIfNeeded: count))
    }
    self.before = before
  }

  /// How many scalars begin in some bytes of the text.
  func count(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let first = (range.lowerBound + Self.step - 1) / Self.step
    let last = range.upperBound / Self.step
    guard first < last else { return Self.scan(bytes, range) }
    return Int(before[last] - before[first])
      + Self.scan(bytes, range.lowerBound..<first * Self.step)
      + Self.scan(bytes, last * Self.step..<range.upperBound)
  }

  /// Counts byte by byte.
  static func scan(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

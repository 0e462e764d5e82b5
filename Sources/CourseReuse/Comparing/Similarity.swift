import SourceCore

/// How much two lessons share, for choosing the release that a changed copy was taken from.
struct Similarity {
  /// Each line that says something, with how often it occurs.
  private let lines: [UInt64: Int]
  private let count: Int

  /// Reads a lesson's bytes; indentation and line endings do not count.
  init(_ bytes: [UInt8]) {
    var lines: [UInt64: Int] = [:]
    var count = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      var line = bytes[start..<end]
      while let byte = line.first, byte <= 0x20 { line.removeFirst() }
      while let byte = line.last, byte <= 0x20 { line.removeLast() }
      if !line.isEmpty {
        lines[Self.hash(line), default: 0] += 1
        count += 1
      }
      start = end + 1
    }
    self.lines = lines
    self.count = count
  }

  /// 0 (nothing in common) to 1 (the same lines, in any order).
  func score(_ other: Similarity) -> Double {
    guard count + other.count > 0 else { return 1 }
    var shared = 0
    for (line, times) in lines { shared += min(times, other.lines[line] ?? 0) }
    return Double(2 * shared) / Double(count + other.count)
  }

  /// FNV-1a: the same on every machine, and good enough to tell lines apart.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      hash ^= UInt64(byte)
      hash &*= 0x0000_0100_0000_01B3
    }
    return hash
  }
}

/// Fingerprints of many lessons, as one task gathers them: in drawers by their highest bits, so that
/// tasks can sort drawers without waiting for each other.
///
/// A fingerprint and its lesson are one number: 40 bits of hash, 24 of lesson. Where two hashes agree
/// in so many bits by chance, the comparison of the lessons tells.
struct FingerprintDrawers: Sendable {
  static let count = 64
  static let lessonBits: UInt64 = 24
  static let lessonMask: UInt64 = 1 << lessonBits - 1

  private(set) var drawers = [[UInt64]](repeating: [], count: count)

  /// Adds a lesson's fingerprints, each once; how many there are.
  mutating func add(_ fingerprints: [UInt64], lesson: Int) -> Int {
    var entries = fingerprints.map { $0 & ~Self.lessonMask | UInt64(lesson) }
    entries.sort()
    var last: UInt64?
    var count = 0
    for entry in entries where entry != last {
      drawers[Int(entry >> 58)].append(entry)
      last = entry
      count += 1
    }
    return count
  }
}

/// How much of each of two lessons stands in the other: the share of its words that are in a run of
/// at least four words that the other has too, wherever and in whatever order.
struct LessonOverlap: Sendable {
  /// Shortest run of words that counts as shared.
  static let run = 4

  /// One lesson's part.
  struct Side: Sendable {
    /// Words that count: those outside boilerplate.
    var words = 0
    /// Those of them that stand in the other lesson.
    var shared = 0
    /// Words that count and are shared, by place.
    var isShared: [Bool] = []
    /// Words that count, by place.
    var counts: [Bool] = []

    /// The share of the lesson that stands in the other, 0 to 1.
    var containment: Double { words == 0 ? 0 : Double(shared) / Double(words) }
  }

  let a: Side
  let b: Side

  init(_ a: LessonWords, _ b: LessonWords, _ index: FingerprintIndex) {
    let first = Shingles(a.hashes, length: Self.run).hashes
    let second = Shingles(b.hashes, length: Self.run).hashes
    self.a = Self.side(a, first, in: Set(second), index)
    self.b = Self.side(b, second, in: Set(first), index)
  }

  private static func side(
    _ words: LessonWords, _ shingles: [UInt64], in other: Set<UInt64>, _ index: FingerprintIndex
  ) -> Side {
    var side = Side()
    side.counts = counting(words, index)
    side.isShared = [Bool](repeating: false, count: words.count)
    var end = 0
    for i in shingles.indices where other.contains(shingles[i]) {
      for k in max(i, end)..<i + run { side.isShared[k] = side.counts[k] }
      end = i + run
    }
    for i in side.counts.indices where side.counts[i] {
      side.words += 1
      if side.isShared[i] { side.shared += 1 }
    }
    return side
  }

  /// Which words count: not those between fingerprints that very many lessons have.
  private static func counting(_ words: LessonWords, _ index: FingerprintIndex) -> [Bool] {
    var counts = [Bool](repeating: true, count: words.count)
    if index.frequent.isEmpty { return counts }
    let shingles = Shingles(words.hashes, length: Winnowing.length).hashes
    var last: Int?
    for place in Winnowing.places(shingles) {
      guard index.isFrequent(shingles[place]) else {
        last = nil
        continue
      }
      for k in (last ?? place)..<place + Winnowing.length { counts[k] = false }
      last = place
    }
    return counts
  }
}

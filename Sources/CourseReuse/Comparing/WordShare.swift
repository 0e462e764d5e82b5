import SourceCore

/// How much of a text stands in another, by runs of three words; line breaks and markup do not count.
struct WordShare {
  private let runs: Set<UInt64>
  /// How many words the text has.
  let words: Int

  init(_ bytes: some Sequence<UInt8>) {
    var hashes: [UInt64] = []
    var hash = TextHash()
    var isInWord = false
    for byte in bytes {
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if lower &- 0x61 < 26 || lower &- 0x30 < 10 || lower >= 0x80 {
        hash.add(lower)
        isInWord = true
      } else if isInWord {
        hashes.append(hash.value)
        hash = TextHash()
        isInWord = false
      }
    }
    if isInWord { hashes.append(hash.value) }
    words = hashes.count
    var runs: Set<UInt64> = []
    if hashes.count < 3 { runs.formUnion(hashes) }
    var i = 2
    while i < hashes.count {
      runs.insert(hashes[i - 2] &* 31 &+ hashes[i - 1] &* 17 &+ hashes[i])
      i += 1
    }
    self.runs = runs
  }

  /// The share of this text's runs that the other has, 0 to 1.
  func contained(in other: WordShare) -> Double {
    if runs.isEmpty { return other.runs.isEmpty ? 1 : 0 }
    return Double(runs.intersection(other.runs).count) / Double(runs.count)
  }

  /// The share of what both have in all that either has, as a whole percentage; 100 only for equals.
  func percent(with other: WordShare) -> Int {
    let all = runs.union(other.runs).count
    if all == 0 { return 100 }
    return runs.intersection(other.runs).count * 100 / all
  }
}

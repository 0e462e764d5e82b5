/// Runs of so many words, each as one hash that rolls on from word to word.
struct Shingles: Sendable {
  /// The base of the polynomial: odd, so that no bit of a word's hash is lost.
  static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of each run, by the place of its first word; empty where there are too few words.
  let hashes: [UInt64]

  init(_ words: [UInt64], length: Int) {
    guard words.count >= length, length > 0 else {
      hashes = []
      return
    }
    var power: UInt64 = 1
    for _ in 1..<max(length, 2) where length > 1 { power = power &* Self.base }
    var found: [UInt64] = []
    found.reserveCapacity(words.count - length + 1)
    var rolling: UInt64 = 0
    var i = 0
    while i < words.count {
      if i >= length { rolling = rolling &- words[i - length] &* power }
      rolling = rolling &* Self.base &+ words[i]
      if i + 1 >= length { found.append(Self.mixed(rolling)) }
      i += 1
    }
    hashes = found
  }

  /// Spreads a hash over all its bits, for the highest are compared (MurmurHash3's finaliser).
  static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value = value &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value = value &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }
}

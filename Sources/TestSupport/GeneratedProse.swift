/// Text without meaning: the same seed gives the same words.
public struct GeneratedProse {
  private var state: UInt64
  private let vocabulary: Int

  /// Makes a source of words.
  public init(seed: UInt64, vocabulary: Int = 500) {
    state = seed
    self.vocabulary = vocabulary
  }

  /// A number below a bound.
  public mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(1, bound)))
  }

  /// So many words, separated by spaces; low numbers come more often, as in a language.
  public mutating func words(_ count: Int) -> String {
    (0..<max(0, count)).map { _ in
      "w\(min(next(vocabulary), next(vocabulary)))"
    }.joined(separator: " ")
  }
}

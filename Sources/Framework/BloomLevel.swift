/// What an objective asks of a learner: the revised taxonomy of Bloom (Anderson and Krathwohl).
public enum BloomLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  case remember, understand, apply, analyze, evaluate, create

  /// Orders from remember, the least demanding, to create.
  public static func < (a: BloomLevel, b: BloomLevel) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .remember: 0
    case .understand: 1
    case .apply: 2
    case .analyze: 3
    case .evaluate: 4
    case .create: 5
    }
  }
}

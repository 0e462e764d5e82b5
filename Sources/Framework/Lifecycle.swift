/// How finished a course says it is.
public enum Lifecycle: String, Sendable, Hashable, CaseIterable, Comparable {
  case preAlpha = "pre-alpha"
  case alpha, beta, stable, deprecated

  /// Reads a lifecycle in our words or in those of the Carpentries, who say `retired`.
  public init?(written text: String) {
    self.init(rawValue: text == "retired" ? Self.deprecated.rawValue : text)
  }

  /// The stage whose demands apply: a deprecated course is judged as a stable one.
  public var judgedAs: Lifecycle { self == .deprecated ? .stable : self }

  /// Orders pre-alpha < alpha < beta < stable < deprecated.
  public static func < (a: Lifecycle, b: Lifecycle) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .preAlpha: 0
    case .alpha: 1
    case .beta: 2
    case .stable: 3
    case .deprecated: 4
    }
  }
}

/// Which part of a version a change raises.
public enum Bump: String, Sendable, Hashable, Comparable, CaseIterable {
  case patch, minor, major

  /// Orders by weight.
  public static func < (a: Bump, b: Bump) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .patch: 0
    case .minor: 1
    case .major: 2
    }
  }
}

/// From which growth of the total time on a change raises the version, in per cent.
public struct TimeLimits: Sendable, Hashable {
  /// From here on a minor one.
  public var minor: Int
  /// From here on a major one.
  public var major: Int

  /// Makes limits.
  public init(minor: Int = 10, major: Int = 25) {
    self.minor = minor
    self.major = major
  }
}

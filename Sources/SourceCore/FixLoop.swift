/// Fixes a file until nothing is left to fix.
///
/// One fix may make room for another, or bring out what another rule finds; so the file is looked at
/// again after each round.
public struct FixLoop: Sendable {
  /// What became of a file.
  public struct Outcome: Sendable, Hashable {
    /// Its bytes in the end.
    public var bytes: [UInt8]
    /// How many fixes were applied.
    public var applied = 0
    /// How often fixes were applied.
    public var rounds = 0
    /// Whether nothing was left to fix; where it is false, fixes answer one another for ever, and
    /// the bytes are those from before.
    public var isStable = true
  }

  /// Rounds after which a file is given up.
  public static let limit = 25

  /// Whether fixes that a person should look at are applied too.
  public let takesSuggestions: Bool

  /// Makes a loop.
  public init(takesSuggestions: Bool = false) { self.takesSuggestions = takesSuggestions }

  /// Whether a fix is one that is applied.
  public func takes(_ fix: Fix) -> Bool { takesSuggestions || fix.applicability == .safe }

  /// Fixes a file; `find` gives the fixes of the findings in its present bytes.
  public func run(_ bytes: [UInt8], find: ([UInt8]) -> [Fix]) -> Outcome {
    var outcome = Outcome(bytes: bytes)
    while true {
      let fixes = find(outcome.bytes).filter(takes)
      if fixes.isEmpty { return outcome }
      guard outcome.rounds < Self.limit else { break }
      let (changed, applied) = FixApplier.apply(fixes, to: outcome.bytes)
      if applied == 0 || changed == outcome.bytes { break }
      outcome.bytes = changed
      outcome.applied += applied
      outcome.rounds += 1
    }
    return Outcome(bytes: bytes, rounds: outcome.rounds, isStable: false)
  }
}

/// A file while it is fixed.
///
/// A round depends on the bytes alone and not on the rounds before, so what was fixed to the end does
/// not change when it is fixed again.
public struct FixedText: Sendable {
  /// Its bytes before.
  public let before: [UInt8]
  /// Its bytes now.
  public private(set) var bytes: [UInt8]
  /// How many fixes were applied.
  public private(set) var applied = 0
  /// How often fixes were applied.
  public private(set) var rounds = 0
  /// Whether it came to an end; where it is false, the bytes are those from before.
  public private(set) var isStable = true
  /// Whether fixes undo one another, so that some finding stays.
  public private(set) var isContradicted = false
  /// The rules of which a fix was left out in the last round, because the file would have said
  /// something else.
  public private(set) var leftOut: Set<String> = []

  private var isDone = false

  /// What the file was like after some round.
  private struct State {
    let bytes: [UInt8]
    let findings: Int
    let applied: Int

    func isBetter(than other: State) -> Bool {
      if findings != other.findings { return findings < other.findings }
      if bytes.count != other.bytes.count { return bytes.count < other.bytes.count }
      return bytes.lexicographicallyPrecedes(other.bytes)
    }
  }

  /// The states since most files are done.
  private var states: [State] = []
  private static let ordinary = 6

  /// Begins with a file.
  public init(_ bytes: [UInt8]) {
    before = bytes
    self.bytes = bytes
  }

  /// Applies the fixes of what is found in the present bytes.
  ///
  /// - Returns: whether the bytes are others now.
  public mutating func change(
    _ found: [FixLoop.Found], _ loop: FixLoop, _ watch: (any FixGuard)?
  ) -> Bool {
    if isDone { return false }
    leftOut = []
    let usable = found.filter { $0.fix.map(loop.takes) ?? false }
    if usable.isEmpty { return end() }
    if let index = states.firstIndex(where: { $0.bytes == bytes }) {
      return end(among: states[index...])
    }
    guard rounds < FixLoop.limit else {
      isStable = false
      applied = 0
      return end(as: before)
    }
    if rounds >= Self.ordinary {
      states.append(State(bytes: bytes, findings: found.count, applied: applied))
    }
    let kept =
      watch.map { GuardedFixes.kept(usable, in: bytes, by: $0) } ?? Array(usable.indices)
    if kept.count < usable.count {
      leftOut = Set(usable.indices).subtracting(kept).reduce(into: []) {
        $0.insert(usable[$1].rule)
      }
    }
    let (changed, count) = FixApplier.apply(kept.compactMap { usable[$0].fix }, to: bytes)
    if changed == bytes { return end() }
    bytes = changed
    applied += count
    rounds += 1
    return true
  }

  /// Ends with the best of states that follow one another in a circle.
  private mutating func end(among circle: ArraySlice<State>) -> Bool {
    isContradicted = true
    guard var best = circle.first else { return end() }
    for state in circle where state.isBetter(than: best) { best = state }
    applied = best.bytes == before ? 0 : best.applied
    return end(as: best.bytes)
  }

  private mutating func end(as last: [UInt8]? = nil) -> Bool {
    isDone = true
    states = []
    guard let last, last != bytes else { return false }
    bytes = last
    return true
  }
}

/// Fixes a file until nothing is left to fix.
///
/// One fix may make room for another, or bring out what another rule finds; so the file is looked at
/// again after each round.
public struct FixLoop: Sendable {
  /// A finding as fixing sees it.
  public struct Found: Sendable {
    /// Its rule's id.
    public let rule: String
    /// What answers it.
    public let fix: Fix?

    /// Makes one.
    public init(rule: String, fix: Fix?) {
      self.rule = rule
      self.fix = fix
    }
  }

  /// Rounds after which a file is given up.
  public static let limit = 25

  /// Whether fixes that a person should look at are applied too.
  public let takesSuggestions: Bool

  /// Makes a loop.
  public init(takesSuggestions: Bool = false) { self.takesSuggestions = takesSuggestions }

  /// Whether a fix is one that is applied.
  public func takes(_ fix: Fix) -> Bool { takesSuggestions || fix.applicability == .safe }

  /// Fixes a file.
  ///
  /// - Parameters:
  ///   - watch: what keeps the file from saying something else; nil trusts the fixes.
  ///   - find: what is found in the file's present bytes; the last call is about those it ends with.
  public func run(
    _ bytes: [UInt8], watch: (any FixGuard)?, find: ([UInt8]) -> [Found]
  ) -> FixedText {
    var text = FixedText(bytes)
    while text.change(find(text.bytes), self, watch) {}
    return text
  }
}

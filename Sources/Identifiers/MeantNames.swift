/// What was meant by mistyped names, told of the first hundred of them only.
///
/// Nobody reads more hints, and a file may hold any number of mistyped names.
public struct MeantNames: Sendable {
  /// How many names are looked for.
  public static let limit = 100

  private let names: NearMatch.Index
  private var left = Self.limit

  /// Looks among the names that there are.
  public init(_ names: NearMatch.Index) { self.names = names }

  /// The name that was meant; nil where none is near, and of each name behind the hundredth.
  public mutating func meant(by word: String) -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return names.best(for: word)
  }
}

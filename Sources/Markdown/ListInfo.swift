/// What a list's markers say.
public struct ListInfo: Sendable, Hashable {
  /// Whether the items are numbered.
  public let isOrdered: Bool
  /// The first item's number; 0 for bullet lists.
  public let start: Int
  /// The bullet (`-`, `*`, `+`) or what follows the number (`.`, `)`).
  public let marker: UInt8
  /// Whether no blank line separates the items or their blocks.
  public let isTight: Bool
}

/// How a table's column is aligned.
public enum TableAlignment: UInt8, Sendable, Hashable, CaseIterable {
  /// Not stated.
  case none
  /// `:--`
  case left
  /// `:-:`
  case center
  /// `--:`
  case right
}

/// Writes numbers for messages.
enum NumberWords {
  /// Without a fraction where there is none: `100`, `0.5`.
  static func text(_ value: Double) -> String {
    Int64(exactly: value).map { String($0) } ?? String(value)
  }
}

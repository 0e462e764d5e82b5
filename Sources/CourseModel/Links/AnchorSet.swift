/// The anchors of a page, sorted.
public struct AnchorSet: Sendable, Hashable {
  /// All anchors, in bytewise order, each once.
  public let names: [String]

  /// Makes a set.
  public init(_ names: some Sequence<String>) {
    self.names = Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a set of what another one's `names` were.
  init(sorted names: [String]) { self.names = names }

  /// Whether a link may name `anchor`.
  public func contains(_ anchor: String) -> Bool {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].utf8.lexicographicallyPrecedes(anchor.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < names.count && names[low] == anchor
  }
}

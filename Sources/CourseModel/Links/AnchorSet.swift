import SourceCore

/// The anchors of a page, sorted.
public struct AnchorSet: Sendable, Hashable {
  /// All anchors, in bytewise order, each once.
  public let names: [String]

  /// Makes a set.
  public init(_ names: consuming [String]) {
    var sorted = names
    sorted.sort { $0.precedesBytewise($1) }
    var kept = 0
    for i in sorted.indices
    where kept == 0 || sorted[i].utf8.count != sorted[kept - 1].utf8.count
      || sorted[kept - 1].precedesBytewise(sorted[i])
    {
      if kept < i { sorted[kept] = sorted[i] }
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    self.names = sorted
  }

  /// Makes a set of what another one's `names` were.
  init(sorted names: [String]) { self.names = names }

  /// Whether a link may name `anchor`.
  public func contains(_ anchor: String) -> Bool {
    let place = names.partitionPoint { $0.precedesBytewise(anchor) }
    return place < names.count && names[place] == anchor
  }
}

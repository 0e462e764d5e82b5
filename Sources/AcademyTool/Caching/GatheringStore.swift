import SourceCore

/// Gathers what a run wants to keep, so that it is written in a few large steps and not course by
/// course.
final class GatheringStore: FactStore {
  private let base: any FactStore
  private var gathered: [(key: FactKey, value: [UInt8])] = []
  private var size = 0

  /// Bytes after which what was gathered is written all the same.
  private static let limit = 32 << 20

  init(_ base: any FactStore) { self.base = base }

  var build: [UInt8] { base.build }

  func values(for keys: [FactKey]) -> [[UInt8]?] { base.values(for: keys) }

  func put(_ facts: [(key: FactKey, value: [UInt8])]) {
    gathered += facts
    size += facts.reduce(0) { $0 + $1.value.count }
    if size > Self.limit { write() }
  }

  /// Writes what was gathered.
  func write() {
    base.put(gathered)
    gathered = []
    size = 0
  }
}

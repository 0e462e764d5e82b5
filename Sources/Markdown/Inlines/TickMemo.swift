/// Finds the runs of backticks that end code spans, or of dollar signs that end math, in linear time
/// over a leaf.
struct TickMemo: ~Copyable {
  /// Per length of run, the offset after the last one seen.
  private var seen = Buffer<UInt32>()
  private var isComplete = false
  private let marker: UInt8

  init(_ marker: UInt8) { self.marker = marker }

  mutating func reset() {
    seen.truncate(to: 0)
    isComplete = false
  }

  /// The offset after the next run of exactly `length` markers.
  ///
  /// A search that fails has seen every run there is; later ones ask the memo first.
  mutating func find(_ length: Int, in view: ByteView, from start: Int) -> Int? {
    if isComplete, length >= seen.count || Int(seen[length]) <= start { return nil }
    var index = start
    while index < view.count {
      guard view[index] == marker else {
        index += 1
        continue
      }
      let run = index
      while index < view.count, view[index] == marker { index += 1 }
      let count = index - run
      while seen.count <= count { seen.append(0) }
      seen[count] = max(seen[count], UInt32(truncatingIfNeeded: index))
      if count == length { return index }
    }
    isComplete = true
    return nil
  }
}

import SourceCore

/// The final nodes while they are written in pre-order.
struct Tree: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var kinds: UnsafeMutablePointer<NodeKind>
  private var ranges: UnsafeMutablePointer<ByteRange>
  private var parents: UnsafeMutablePointer<UInt32>
  private var ends: UnsafeMutablePointer<UInt32>
  private var payloads: UnsafeMutablePointer<UInt32>
  /// The nodes whose descendants are being written.
  private var open = Buffer<UInt32>()

  var blocks = Buffer<BlockDetail>()
  var links = Buffer<LinkDetail>()
  var attributes = Buffer<ByteRange>()
  var leaves = Buffer<UInt32>()

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    kinds = .allocate(capacity: self.capacity)
    ranges = .allocate(capacity: self.capacity)
    parents = .allocate(capacity: self.capacity)
    ends = .allocate(capacity: self.capacity)
    payloads = .allocate(capacity: self.capacity)
  }

  deinit {
    kinds.deallocate()
    ranges.deallocate()
    parents.deallocate()
    ends.deallocate()
    payloads.deallocate()
  }

  /// Adds a node without descendants.
  @inline(__always) mutating func add(
    _ kind: NodeKind, _ lower: Int, _ upper: Int, _ payload: Int = 0
  ) {
    if count == capacity { grow() }
    (kinds + count).initialize(to: kind)
    (ranges + count).initialize(
      to: ByteRange(UInt32(truncatingIfNeeded: lower), UInt32(truncatingIfNeeded: upper)))
    (parents + count).initialize(to: open.isEmpty ? 0 : open.last)
    (payloads + count).initialize(to: UInt32(truncatingIfNeeded: payload))
    count &+= 1
    (ends + (count - 1)).initialize(to: UInt32(truncatingIfNeeded: count))
  }

  /// Adds a node whose descendants follow, until it is closed.
  @inline(__always) mutating func open(
    _ kind: NodeKind, _ lower: Int, _ upper: Int, _ payload: Int = 0
  ) {
    add(kind, lower, upper, payload)
    open.append(UInt32(truncatingIfNeeded: count - 1))
  }

  /// Ends the innermost open node, which covers at least what its last child does.
  @inline(__always) mutating func close(upper: Int = 0) {
    let id = Int(open.last)
    open.removeLast()
    ends[id] = UInt32(truncatingIfNeeded: count)
    ranges[id].upper = max(ranges[id].upper, UInt32(truncatingIfNeeded: upper))
    if !open.isEmpty {
      let parent = Int(open.last)
      ranges[parent].upper = max(ranges[parent].upper, ranges[id].upper)
    }
  }

  private mutating func grow() {
    let larger = capacity * 2
    func moved<T>(_ old: UnsafeMutablePointer<T>) -> UnsafeMutablePointer<T> {
      let new = UnsafeMutablePointer<T>.allocate(capacity: larger)
      new.moveInitialize(from: old, count: count)
      old.deallocate()
      return new
    }
    kinds = moved(kinds)
    ranges = moved(ranges)
    parents = moved(parents)
    ends = moved(ends)
    payloads = moved(payloads)
    capacity = larger
  }

  /// Copies the nodes into arrays of exactly their number.
  func arena(
    segments: [Segment], alignments: [TableAlignment], definitions: [UInt32], footnotes: [UInt32],
    shared: SharedDefinitions?
  ) -> Arena {
    Arena(
      kinds: Array(UnsafeBufferPointer(start: kinds, count: count)),
      ranges: Array(UnsafeBufferPointer(start: ranges, count: count)),
      parents: Array(UnsafeBufferPointer(start: parents, count: count)),
      ends: Array(UnsafeBufferPointer(start: ends, count: count)),
      payloads: Array(UnsafeBufferPointer(start: payloads, count: count)),
      blocks: blocks.array, segments: segments, links: links.array, alignments: alignments,
      attributes: attributes.array, definitions: definitions, footnotes: footnotes,
      leaves: leaves.array, shared: shared)
  }
}

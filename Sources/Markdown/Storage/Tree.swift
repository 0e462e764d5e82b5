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

  var links = Buffer<LinkDetail>()
  var attributes = Buffer<ByteRange>()
  var leaves = Buffer<UInt32>()

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    kinds = Storage.allocated(self.capacity)
    ranges = Storage.allocated(self.capacity)
    parents = Storage.allocated(self.capacity)
    ends = Storage.allocated(self.capacity)
    payloads = Storage.allocated(self.capacity)
  }

  deinit {
    Storage.free(kinds, capacity)
    Storage.free(ranges, capacity)
    Storage.free(parents, capacity)
    Storage.free(ends, capacity)
    Storage.free(payloads, capacity)
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
    let (old, larger) = (capacity, capacity * 2)
    kinds = Storage.resized(kinds, from: old, to: larger)
    ranges = Storage.resized(ranges, from: old, to: larger)
    parents = Storage.resized(parents, from: old, to: larger)
    ends = Storage.resized(ends, from: old, to: larger)
    payloads = Storage.resized(payloads, from: old, to: larger)
    capacity = larger
  }

  /// Takes the nodes out for good; what is left is empty.
  mutating func arena(
    blocks: consuming Column<BlockDetail>, segments: consuming Column<Segment>,
    alignments: consuming Column<TableAlignment>,
    definitions: [UInt32], footnotes: [UInt32], shared: SharedDefinitions?
  ) -> Arena {
    defer {
      kinds = Storage.none()
      ranges = Storage.none()
      parents = Storage.none()
      ends = Storage.none()
      payloads = Storage.none()
      (count, capacity) = (0, 0)
    }
    return Arena(
      kinds: Column(kinds, count: count, capacity: capacity),
      ranges: Column(ranges, count: count, capacity: capacity),
      parents: Column(parents, count: count, capacity: capacity),
      ends: Column(ends, count: count, capacity: capacity),
      payloads: Column(payloads, count: count, capacity: capacity),
      blocks: blocks, segments: segments, links: links.column(), alignments: alignments,
      attributes: attributes.column(), definitions: definitions, footnotes: footnotes,
      leaves: leaves.column(), shared: shared)
  }
}

/// A growable array of plain values, owned by one parser: indexing is checked in debug builds only,
/// and appending never asks who else holds the storage. Elements are trivial: none is deinitialised.
struct Buffer<Element>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 16) {
    self.capacity = max(capacity, 1)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var isEmpty: Bool { @inline(__always) get { count == 0 } }

  var last: Element {
    @inline(__always) get { self[count - 1] }
    @inline(__always) set { self[count - 1] = newValue }
  }

  subscript(index: Int) -> Element {
    @inline(__always) unsafeAddress {
      assert(index >= 0 && index < count)
      return UnsafePointer(base + index)
    }
    @inline(__always) unsafeMutableAddress {
      assert(index >= 0 && index < count)
      return base + index
    }
  }

  @inline(__always) mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count &+= 1
  }

  mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    guard let source = elements.baseAddress else { return }
    if count + elements.count > capacity { grow(to: count + elements.count) }
    (base + count).initialize(from: source, count: elements.count)
    count += elements.count
  }

  @inline(__always) mutating func removeLast() {
    assert(count > 0)
    count &-= 1
  }

  /// Drops what is beyond `newCount`, and keeps the storage.
  @inline(__always) mutating func truncate(to newCount: Int) {
    assert(newCount <= count)
    count = newCount
  }

  /// The elements, valid until the next change.
  var view: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// The elements as an array of exactly their number.
  var array: [Element] {
    Array(unsafeUninitializedCapacity: count) { target, initialized in
      if let start = target.baseAddress { start.initialize(from: base, count: count) }
      initialized = count
    }
  }

  @inline(never) private mutating func grow(to minimum: Int) {
    let larger = max(capacity * 2, minimum)
    let storage = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    storage.initialize(from: base, count: count)
    base.deallocate()
    base = storage
    capacity = larger
  }
}

/// A growable array of plain values, owned by one parser: indexing is checked in debug builds only,
/// and appending never asks who else holds the storage. Elements are trivial: none is deinitialised.
struct Buffer<Element>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 16) {
    self.capacity = capacity
    base = Storage.allocated(capacity)
  }

  deinit { Storage.free(base, capacity) }

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

  /// Makes room for `capacity` elements in all.
  mutating func reserve(_ capacity: Int) {
    if capacity > self.capacity { grow(to: capacity) }
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

  /// Takes the elements out for good; what is left is empty.
  mutating func column() -> Column<Element> where Element: Sendable {
    let column = Column(base, count: count, capacity: capacity)
    base = Storage.none()
    count = 0
    capacity = 0
    return column
  }

  @inline(never) private mutating func grow(to minimum: Int) {
    let larger = max(capacity * 2, minimum, 4)
    base = Storage.resized(base, from: capacity, to: larger)
    capacity = larger
  }
}

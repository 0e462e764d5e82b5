/// Plain values that no longer change; what holds it may be used by several threads.
struct Column<Element: Sendable>: ~Copyable, @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  private let capacity: Int
  /// How many there are.
  let count: Int

  /// Takes over memory of `Storage` with room for `capacity` elements, of which `count` are there.
  init(_ base: UnsafeMutablePointer<Element>, count: Int, capacity: Int) {
    // Documents live long: what grew by doubling gives back what it did not need.
    let isFit = capacity <= count + count / 8
    self.capacity = isFit ? capacity : count
    self.base = isFit ? base : Storage.fitted(base, from: capacity, to: count)
    self.count = count
  }

  deinit { Storage.free(base, capacity) }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
  }

  /// All of them, valid as long as this is.
  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

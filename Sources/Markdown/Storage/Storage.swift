import CLibMalloc
import Glibc

/// Memory of plain values that grows by moving its pages, not its bytes, once it is large.
///
/// A document of tiny blocks has two hundred bytes of tree for each byte of text: copying them each
/// time they outgrow their place, and having one page of 4 kB after another for each copy, takes
/// longer than to parse it.
enum Storage {
  /// Above this many bytes memory is mapped.
  private static let mapped = 1 << 20
  /// Above this many the system is asked for pages of 2 MB, of which the last may be used in part.
  private static let large = 4 << 20
  private static let page = 1 << 12

  /// No memory: what has room for nothing.
  static func none<T>() -> UnsafeMutablePointer<T> {
    UnsafeMutablePointer(bitPattern: MemoryLayout<T>.alignment).unsafelyUnwrapped
  }

  /// Memory for `count` elements, not initialised.
  static func allocated<T>(_ count: Int) -> UnsafeMutablePointer<T> {
    if count == 0 { return none() }
    let bytes = size(count, of: T.self)
    return bound(bytes < mapped ? malloc(bytes) : map(bytes), count)
  }

  /// Memory for `count` elements, the first of which are those at `base`, where there was room for
  /// `capacity`.
  static func resized<T>(_ base: UnsafeMutablePointer<T>, from capacity: Int, to count: Int)
    -> UnsafeMutablePointer<T>
  {
    if capacity == 0 { return allocated(count) }
    let old = size(capacity, of: T.self)
    let new = size(count, of: T.self)
    if old < mapped, new < mapped { return bound(realloc(base, new), count) }
    if old >= mapped, new >= mapped {
      return bound(advised(academy_remap(base, old, new), new), count)
    }
    let moved: UnsafeMutablePointer<T> = allocated(count)
    memcpy(moved, base, min(old, new))
    free(base, capacity)
    return moved
  }

  /// Memory for exactly `count` elements with those at `base`: what is small is copied, as the rest of a
  /// block that shrinks in its place is too small for what comes next.
  static func fitted<T>(_ base: UnsafeMutablePointer<T>, from capacity: Int, to count: Int)
    -> UnsafeMutablePointer<T>
  {
    if size(capacity, of: T.self) >= mapped { return resized(base, from: capacity, to: count) }
    let exact: UnsafeMutablePointer<T> = allocated(count)
    memcpy(exact, base, MemoryLayout<T>.stride * count)
    free(base, capacity)
    return exact
  }

  /// Gives memory back that had room for `capacity` elements.
  static func free<T>(_ base: UnsafeMutablePointer<T>, _ capacity: Int) {
    if capacity == 0 { return }
    let bytes = size(capacity, of: T.self)
    if bytes < mapped { Glibc.free(base) } else { munmap(base, bytes) }
  }

  /// Whole pages where it is mapped.
  private static func size<T>(_ count: Int, of type: T.Type) -> Int {
    let bytes = MemoryLayout<T>.stride * count
    return bytes < mapped ? bytes : (bytes + page - 1) & -page
  }

  private static func map(_ bytes: Int) -> UnsafeMutableRawPointer? {
    advised(mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), bytes)
  }

  /// Asks for large pages, where there is anything; without them all goes on with small ones.
  private static func advised(_ memory: UnsafeMutableRawPointer?, _ bytes: Int)
    -> UnsafeMutableRawPointer?
  {
    if memory == MAP_FAILED { return nil }
    if bytes >= large { madvise(memory, bytes, MADV_HUGEPAGE) }
    return memory
  }

  private static func bound<T>(_ memory: UnsafeMutableRawPointer?, _ count: Int)
    -> UnsafeMutablePointer<T>
  {
    guard let memory else { fatalError("no memory for \(count) elements") }
    return memory.bindMemory(to: T.self, capacity: count)
  }
}

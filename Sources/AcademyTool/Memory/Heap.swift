import CLibMalloc
import Glibc
import Synchronization

/// How the process asks the system for memory, and whether it gives it back.
enum Heap {
  private static let isKept = Atomic<Bool>(false)
  /// Below what glibc takes from the system piece by piece.
  private static let piece = 3 << 20

  /// Keeps what was freed, and asks for more than is needed at once: handing memory back and forth
  /// takes a fifth of a run that reads what it remembers, as a hook's does. A long run needs a tenth
  /// more memory so.
  static func keep(inPiecesOf bytes: Int32 = 4 << 20) {
    _ = mallopt(M_TOP_PAD, bytes)
    _ = mallopt(M_MMAP_THRESHOLD, bytes)
    _ = mallopt(M_TRIM_THRESHOLD, 32 * bytes)
    isKept.store(true, ordering: .relaxed)
  }

  /// Makes ready to lint a page of some bytes on the calling thread: of a long one there may be a
  /// hundred times as many in lists, for which memory would be asked for page by page.
  static func prepare(forPageOf bytes: Int) {
    guard bytes > 128 << 10 else { return }
    keep(inPiecesOf: 32 << 20)
    grow(by: 48 << 20, inLargePages: true)
  }

  /// Lets the memory of the calling thread grow now where it is kept, and not page by page: of
  /// threads but the first, glibc asks for no more than it needs. What is not used is only reserved.
  static func grow(by bytes: Int = 32 << 20, inLargePages: Bool = false) {
    guard isKept.load(ordering: .relaxed) else { return }
    var pieces: [UnsafeMutableRawPointer?] = unsafe []
    while unsafe pieces.count < bytes / piece {
      let memory = unsafe malloc(piece)
      unsafe pieces.append(memory)
      if inLargePages, let memory = unsafe memory {
        let start = unsafe memory.alignedUp(toMultipleOf: 1 << 12)
        _ = unsafe madvise(start, piece - (start - memory), MADV_HUGEPAGE)
      }
    }
    while let piece = unsafe pieces.popLast() { unsafe free(piece) }
  }
}

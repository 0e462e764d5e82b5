/// Some of a document's segments, one behind the other.
struct Segments: RandomAccessCollection, Sendable {
  private let arena: Arena
  private let first: Int
  let count: Int

  init(arena: Arena, first: Int, count: Int) {
    self.arena = arena
    self.first = first
    self.count = count
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Segment {
    precondition(index >= 0 && index < count)
    return arena.segments[first + index]
  }
}

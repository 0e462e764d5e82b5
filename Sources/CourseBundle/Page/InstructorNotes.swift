import CourseModel
import Markdown

/// The notes for instructors in a page, of which learners see nothing.
struct InstructorNotes {
  private let document: Document
  private var left: ArraySlice<NodeID>

  /// Those that an edition leaves out.
  init(leftOutOf edition: BundleEdition, in lesson: Lesson) {
    document = lesson.document
    left = edition == .instructor ? [] : lesson.divs("instructor").map(\.node)[...]
  }

  /// Whether a node is in one of them; nodes are asked for in document order, so that what lies
  /// behind is passed by once.
  mutating func hold(_ node: NodeID) -> Bool {
    while let first = left.first, node >= document.end(first) { left.removeFirst() }
    return left.first.map { node >= $0 } ?? false
  }
}

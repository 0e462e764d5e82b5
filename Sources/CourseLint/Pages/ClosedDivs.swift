import CourseModel
import SourceCore

/// Finds the last of some boxes that is closed in front of a place, for places that come in order.
struct ClosedDivs {
  /// The boxes by where they end, with their places in the lesson's list.
  private let byEnd: [(index: Int, end: Int)]
  private var next = 0
  private var last: Int?

  init(_ lesson: Lesson, where isWanted: (Div) -> Bool = { _ in true }) {
    byEnd = lesson.divs.indices.filter { isWanted(lesson.divs[$0]) }
      .map { (index: $0, end: lesson.divs[$0].range.end) }
      .sorted { ($0.end, $0.index) < ($1.end, $1.index) }
  }

  /// The place in the lesson's list of the last box that ends at or before an offset, which is not
  /// less than the one before.
  mutating func last(before offset: Int) -> Int? {
    while next < byEnd.count, byEnd[next].end <= offset {
      last = max(last ?? 0, byEnd[next].index)
      next += 1
    }
    return last
  }
}

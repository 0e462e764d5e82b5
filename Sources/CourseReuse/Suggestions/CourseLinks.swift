import CourseModel

/// Which lessons are copies of lessons of which courses, as far as whole lessons go.
struct CourseLinks {
  /// The partner in a course, by lesson and course.
  private var partners: [[Int]: Int] = [:]
  private let pages: [(member: Int, page: CoursePage)]

  init(
    _ origins: [(copy: Int, original: Int, edge: CopyFamily.Edge, through: Int?)], _ least: Double,
    _ outcome: CopySearch.Outcome, _ pages: [(member: Int, page: CoursePage)]
  ) {
    self.pages = pages
    for origin in origins where !outcome.isWeak(origin.edge.pair, least) {
      let (copy, original) = (origin.copy, origin.original)
      let (there, here) = ([copy, pages[original].member], [original, pages[copy].member])
      partners[there] = partners[there] ?? original
      partners[here] = partners[here] ?? copy
    }
  }

  /// The lesson by which it is explained that two lessons share a section: one of them is a copy of
  /// it, and it stands in the other's course.
  func through(_ copy: Int, _ original: Int) -> Int? {
    partners[[copy, pages[original].member]] ?? partners[[original, pages[copy].member]]
  }
}

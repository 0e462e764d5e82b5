/// What a page is in its course.
public enum PageKind: String, Sendable, Hashable, CaseIterable {
  /// A lesson (the Workbench says episode).
  case lesson
  /// The course's first page.
  case index
  /// A page for learners: setup, reference, discussion.
  case learner
  /// A page for instructors.
  case instructor
  /// A learner profile.
  case profile
}

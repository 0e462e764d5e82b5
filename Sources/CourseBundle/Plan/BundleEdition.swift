/// Whom a bundle is for.
public enum BundleEdition: String, Sendable, Hashable, CaseIterable {
  /// Learners; what is written for instructors stays out.
  case learner
  /// Instructors, with their notes.
  case instructor
}

import CourseModel
import Identifiers
import SourceCore

/// What differs between two states of a reused lesson.
public struct LessonChanges: Sendable {
  /// A file of the lesson that differs.
  public struct Asset: Sendable, Hashable {
    /// Its path in the newer state; the older one's where it is gone.
    public let path: RepoPath
    /// What became of it.
    public let change: SectionComparison.Change
  }

  /// The course it is from.
  public let course: String
  /// Its id there in the newer state.
  public let upstream: String
  /// Its id here.
  public let own: String
  /// The course that holds the copy.
  public let ownCourse: String
  /// What the copy is.
  public let kind: ReuseDeclaration.Kind
  /// The version of the older state.
  public let from: SemVer
  /// The version of the newer state; nil where that is the copy.
  public let to: SemVer?
  /// The sections.
  public let sections: SectionComparison
  /// The files that differ.
  public let assets: [Asset]
}

import SourceCore

/// The rules of this module.
public enum ReuseRules {
  /// All of them, in the order of their ids.
  public static let all: [any Rule] = [
    ForeignTag(),
    LockCurrent(),
    ReleaseConflict(),
    ReleaseMoved(),
    SameRelease(),
    UnknownCourse(),
    UnknownLesson(),
    UnverifiedReuse(),
    VerbatimLesson(),
    ReusedVersion(),
  ]

  /// Those about a course's own releases; they need no other course.
  public static let releases: [any Rule] = [ForeignTag(), ReleaseConflict(), SameRelease()]
}

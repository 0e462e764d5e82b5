import SourceCore

/// The rules of this module.
public enum ReuseRules {
  /// All of them, in the order of their ids.
  public static let all: [any Rule] = [
    LicenceIncompatible(),
    LicenceNotRecommended(),
    LicenceUnknown(),
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

  /// Those that look at a course's own releases and need no source.
  public static let ofReleases: [any Rule] = [ForeignTag(), ReleaseConflict(), SameRelease()]
}

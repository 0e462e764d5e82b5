import SourceCore

/// The rules of this module.
public enum ReuseRules {
  /// All of them, in the order of their ids.
  public static let all: [any Rule] = [
    LicenceIncompatible(),
    LicenceNotRecommended(),
    LicenceUnknown(),
    AdaptedLesson(),
    Attribution(),
    CopyBehind(),
    StatedChanges(),
    CourseCycle(),
    ReuseCycle(),
    ForeignTag(),
    LockIntegrity(),
    LockCurrent(),
    MixedVersions(),
    ReleaseConflict(),
    ReleaseMoved(),
    RenamedUpstream(),
    SameCourse(),
    SameRelease(),
    TranslationLanguage(),
    StaleTranslation(),
    TranslationShape(),
    UnknownCourse(),
    UnknownLesson(),
    UntranslatedLesson(),
    UnverifiedReuse(),
    VerbatimLesson(),
    ReusedVersion(),
    VersionBackwards(),
  ]

  /// Those that look at a course's own releases and need no source.
  public static let ofReleases: [any Rule] = [
    ForeignTag(), ReleaseConflict(), SameRelease(), VersionBackwards(),
  ]
}

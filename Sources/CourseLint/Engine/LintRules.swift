import SourceCore

/// The rules of this module.
public enum LintRules {
  /// All of them, in the order of their ids.
  public static let all: [any Rule] = [
    MissingAlt(),
    HeadingSkip(),
    Audience(),
    CompetencyLevel(),
    Contradiction(),
    FrontMatterValid(),
    GSBPMCode(),
    GSBPMScheme(),
    LifecycleStage(),
    ManifestValid(),
    MetadataPresent(),
    PlaceholderLeft(),
    TemplateDefault(),
    UnknownField(),
    VersionScheme(),
    SPDXLicence(),
    LinkedAnchor(),
    LinkedFile(),
    MeasurableVerb(),
    PathEscape(),
    ActiveContent(),
    TextEncoding(),
    FrontMatterSyntax(),
    PageSize(),
    LinkedPage(),
    UnreadableFile(),
    StrayDivFence(),
    UnclosedDiv(),
    UnknownDiv(),
    DuplicateID(),
    ExerciseTime(),
    LessonList(),
    NestingLimit(),
    NoExercise(),
    RequiredSection(),
  ]
}

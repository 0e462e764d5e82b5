import MarkdownLint
import SourceCore

/// The rules of this module.
public enum LintRules {
  /// All of them, those about Markdown itself included, in the order of their ids.
  public static let all: [any Rule] =
    (own + MarkdownRules.all).sorted { $0.info.id.utf8.lexicographicallyPrecedes($1.info.id.utf8) }

  /// Those that are on where neither a profile nor a setting says so.
  public static let onByDefault: [any Rule] = all.filter { $0.info.isOnByDefault }

  /// What is known of the rules whose findings a comment in a page can switch off: those that look
  /// at pages, and those about the course that find their faults in pages.
  static let ofPages: [RuleInfo] = all.filter {
    !($0 is UnusedSuppression) && !($0 is any InputRule) && !($0 is any AcademyRule)
  }.map(\.info)

  /// Ids of the rules that need the whole course, so that a page alone cannot tell what they find.
  static let ofCourses = Set(
    all.filter { $0 is any CourseRule || $0 is any LinkRule }.map(\.info.id))

  /// Those of this module, in the order of their ids.
  private static let own: [any Rule] = [
    MissingAlt(),
    EmphasisAsHeading(),
    FilenameAsAlt(),
    EmptyHeading(),
    HeadingSkip(),
    PageLanguage(),
    LinkText(),
    MediaCaptions(),
    Readability(),
    TableHeader(),
    AmbiguousScalar(),
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
    AssetCredit(),
    ForbiddenLicence(),
    LicenceMismatch(),
    LicenceFilePresent(),
    NoDerivatives(),
    SPDXLicence(),
    AbsolutePath(),
    LinkedAnchor(),
    PathCase(),
    EditorLink(),
    LinkedFile(),
    InsecureLink(),
    LargeAsset(),
    OrphanAsset(),
    RemoteImage(),
    ObjectivePresent(),
    PrerequisiteCourse(),
    UnassessedObjective(),
    UncoveredObjective(),
    MeasurableVerb(),
    BidiControl(),
    LookalikeLink(),
    InternalAddress(),
    PathEscape(),
    ActiveContent(),
    LeakedSecret(),
    TextEncoding(),
    FrontMatterSyntax(),
    NotebookFormat(),
    PageSize(),
    LinkedPage(),
    UnreadableFile(),
    UnusedSuppression(),
    StrayDivFence(),
    UnclosedDiv(),
    UnknownDiv(),
    DuplicateID(),
    ExerciseTime(),
    EmptySection(),
    HeadingInDiv(),
    LessonList(),
    NestingLimit(),
    NoExercise(),
    QuizAllCorrect(),
    QuizWithoutAnswer(),
    RequiredSection(),
    SolutionOutsideChallenge(),
    UnexplainedAcronym(),
    OutputWithoutCommand(),
    PandocDiffers(),
    CodeLanguage(),
    GlossarySpelling(),
    BrokenReference(),
    BrokenShortcode(),
    MalformedOpener(),
    UnclosedDirective(),
    UnknownDirective(),
    UnknownRole(),
  ]
}

import MarkdownLint
import SourceCore

/// The rules of this module.
public enum LintRules {
  /// All of them, those about Markdown itself included, in the order of their ids.
  public static let all: [any Rule] =
    (facets.map(\.rule) + MarkdownRules.all.map { $0 as any Rule })
    .sorted { $0.info.id.precedesBytewise($1.info.id) }

  /// Those that are on where neither a profile nor a setting says so.
  public static let onByDefault: [any Rule] = all.filter { $0.info.isOnByDefault }

  /// Ids of the rules about files that cannot be parsed.
  public static let ofInput = Set(facets.filter { $0.input != nil }.map(\.rule.info.id))

  /// What is known of the rules whose findings a comment in a page can switch off: those that look
  /// at pages, and those about the course that find their faults in pages.
  static let ofPages: [RuleInfo] = all.filter { rule in
    let facets = RuleFacets.of(rule)
    return !(rule is UnusedSuppression) && facets.input == nil && facets.academy == nil
  }.map(\.info)

  /// Ids of the rules that need the whole course, so that a page alone cannot tell what they find.
  static let ofCourses = Set(
    facets.filter { $0.course != nil || $0.link != nil }.map(\.rule.info.id))

  /// Those of this module, in the order of their ids, as what they are.
  static let facets: [RuleFacets] = list {
    MissingAlt()
    EmphasisAsHeading()
    FilenameAsAlt()
    EmptyHeading()
    HeadingSkip()
    PageLanguage()
    LinkText()
    MediaCaptions()
    Readability()
    TableHeader()
    AmbiguousScalar()
    Audience()
    CompetencyLevel()
    Contradiction()
    FrontMatterValid()
    GSBPMCode()
    GSBPMScheme()
    LifecycleStage()
    ManifestValid()
    MetadataPresent()
    PlaceholderLeft()
    TemplateDefault()
    UnknownField()
    VersionScheme()
    AssetCredit()
    ForbiddenLicence()
    LicenceMismatch()
    LicenceFilePresent()
    NoDerivatives()
    SPDXLicence()
    AbsolutePath()
    LinkedAnchor()
    PathCase()
    EditorLink()
    LinkedFile()
    InsecureLink()
    LargeAsset()
    OrphanAsset()
    RemoteImage()
    ObjectivePresent()
    PrerequisiteCourse()
    UnassessedObjective()
    UncoveredObjective()
    MeasurableVerb()
    BidiControl()
    LookalikeLink()
    InternalAddress()
    PathEscape()
    ActiveContent()
    LeakedSecret()
    TextEncoding()
    FrontMatterSyntax()
    NotebookFormat()
    PageSize()
    LinkedPage()
    UnreadableFile()
    UnusedSuppression()
    StrayDivFence()
    UnclosedDiv()
    UnknownDiv()
    DuplicateID()
    ExerciseTime()
    EmptySection()
    HeadingInDiv()
    LessonList()
    NestingLimit()
    NoExercise()
    QuizAllCorrect()
    QuizWithoutAnswer()
    RequiredSection()
    SolutionOutsideChallenge()
    UnexplainedAcronym()
    OutputWithoutCommand()
    PandocDiffers()
    CodeLanguage()
    GlossarySpelling()
    BrokenReference()
    BrokenShortcode()
    MalformedOpener()
    UnclosedDirective()
    UnknownDirective()
    UnknownRole()
  }

  private static func list(@RuleListBuilder _ rules: () -> [RuleFacets]) -> [RuleFacets] { rules() }
}

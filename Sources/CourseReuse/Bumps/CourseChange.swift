/// One difference between two states of a course, with what it means for whoever relies on it.
public struct CourseChange: Sendable, Hashable {
  /// What changed; the names are part of the JSON report.
  public enum Kind: String, Sendable, Hashable {
    case lessonRemoved = "lesson-removed"
    case lessonRenamed = "lesson-renamed"
    case lessonAdded = "lesson-added"
    case lessonMoved = "lesson-moved"
    case lessonDeprecated = "lesson-deprecated"
    case lessonText = "lesson-text"
    case orderChanged = "order-changed"
    case objectiveRemoved = "objective-removed"
    case objectiveAdded = "objective-added"
    case objectiveReworded = "objective-reworded"
    case objectiveMoved = "objective-moved"
    case bloomChanged = "bloom-changed"
    case prerequisiteAdded = "prerequisite-added"
    case prerequisiteRaised = "prerequisite-raised"
    case prerequisiteLowered = "prerequisite-lowered"
    case levelRaised = "level-raised"
    case levelLowered = "level-lowered"
    case anchorRemoved = "anchor-removed"
    case anchorMoved = "anchor-moved"
    case anchorChanged = "anchor-changed"
    case assetRemoved = "asset-removed"
    case assetMoved = "asset-moved"
    case assetChanged = "asset-changed"
    case assetAdded = "asset-added"
    case languageDropped = "language-dropped"
    case languageAdded = "language-added"
    case licenceNarrowed = "licence-narrowed"
    case licenceWidened = "licence-widened"
    case licenceChanged = "licence-changed"
    case timeChanged = "time-changed"
    case durationChanged = "duration-changed"
    case exerciseAdded = "exercise-added"
    case exerciseRemoved = "exercise-removed"
    case quizChanged = "quiz-changed"
    case other = "other"
  }

  /// What changed.
  public let kind: Kind
  /// What it raises.
  public let bump: Bump
  /// The lesson's id, where it is about one.
  public let lesson: String?
  /// The lesson's id before, where it is another one now.
  public let previousLesson: String?
  /// The specific fact, in one sentence without a full stop.
  public let message: String
  /// What would make it weigh less, in one sentence.
  public let help: String?

  /// Makes a change.
  public init(
    _ kind: Kind, _ bump: Bump, lesson: String? = nil, previousLesson: String? = nil,
    _ message: String, help: String? = nil
  ) {
    self.kind = kind
    self.bump = bump
    self.lesson = lesson
    self.previousLesson = previousLesson
    self.message = message
    self.help = help
  }
}

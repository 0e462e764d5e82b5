/// One way in which two frameworks differ.
public struct FrameworkChange: Sendable, Hashable {
  /// What the change is about; the order is that of a report.
  public enum Area: String, Sendable, Hashable, CaseIterable {
    /// Name, version and what is extended.
    case identity
    /// Fields that a course must give.
    case required
    /// What fields may hold.
    case fields
    /// Lists of codes.
    case vocabularies
    /// Sections of lessons.
    case structure
    /// What findings weigh.
    case severities
    /// Licences that will do.
    case licences
    /// Verbs and marks of unfinished text.
    case words
  }

  /// Whether more or less is asked.
  public enum Effect: String, Sendable, Hashable {
    /// A course that passed may fail.
    case stricter
    /// A course that failed may pass.
    case looser
    /// Neither, or either.
    case neutral
  }

  /// What it is about.
  public let area: Area
  /// The specific fact, without a full stop.
  public let message: String
  /// Whether more or less is asked.
  public let effect: Effect

  init(_ area: Area, _ effect: Effect, _ message: String) {
    self.area = area
    self.effect = effect
    self.message = message
  }
}

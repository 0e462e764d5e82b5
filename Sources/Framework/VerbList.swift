/// The verbs of one language by whether a learner, or a test, can show what they name.
public struct VerbList: Sendable, Hashable {
  /// Verbs, or words before a verb, that name nothing one can observe.
  public struct Unmeasurable: Sendable, Hashable {
    /// Why such an opening says too little.
    public enum Kind: String, Sendable, Hashable {
      /// A state of mind (`understand`).
      case verb
      /// Words that add nothing to the verb behind them (`be able to`).
      case padding
      /// A subject instead of an action (`how to`, `introduction to`).
      case topic
    }

    /// What is wrong with it.
    public let kind: Kind
    /// All forms in lower case, the first of which names it (`understand`, `understanding`).
    public let forms: [String]
    /// Verbs to write instead, by what the learner should be able to do afterwards.
    public let alternatives: [Alternative]
  }

  /// Measurable verbs of one level.
  public struct Alternative: Sendable, Hashable {
    /// What is asked of the learner.
    public let level: BloomLevel
    /// Verbs of that level, the most usual first.
    public let verbs: [String]
  }

  /// An objective that does not start with a measurable verb.
  public struct Opening: Sendable, Hashable {
    /// What is wrong with it.
    public let kind: Unmeasurable.Kind
    /// The words as they are listed (`be able to`).
    public let phrase: String
    /// Where the words stand, as offsets in the UTF-8 of the text.
    public let range: Range<Int>
    /// Verbs to write instead; empty where the words should just go.
    public let alternatives: [Alternative]
    /// The measurable verb that the text would start with if the words went; nil where none would.
    public let verbBehind: String?
  }

  /// Primary language of the list (`en`).
  public let language: String
  /// Words that may stand before the verb without harm, in lower case (`learners will be able to`).
  public let lead: [String]
  /// Openings that say too little.
  public let unmeasurable: [Unmeasurable]
  /// Verbs that can be observed; each belongs to one level.
  public let measurable: [Alternative]

  /// What is wrong with the way an objective starts; nil where nothing is.
  public func opening(of objective: String) -> Opening? { nil }

  /// What an objective asks of the learner, by its first measurable verb; nil where that is on no
  /// list.
  public func level(of objective: String) -> BloomLevel? { nil }
}

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

  /// How an objective starts that does not start with a measurable verb.
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
  /// Words that start a clause before the verb, up to its comma (`at the end of`), in lower case.
  public let clauses: [String]
  /// Words that may stand before the verb without harm, in lower case (`learners will be able to`).
  public let lead: [String]
  /// Openings that say too little.
  public let unmeasurable: [Unmeasurable]
  /// Verbs that can be observed; each belongs to one level.
  public let measurable: [Alternative]

  private let index: PhraseIndex

  init(
    language: String, clauses: [String], lead: [String], unmeasurable: [Unmeasurable],
    measurable: [Alternative]
  ) {
    self.language = language
    self.clauses = clauses
    self.lead = lead
    self.unmeasurable = unmeasurable
    self.measurable = measurable
    var index = PhraseIndex()
    index.add(clauses, .clause)
    index.add(lead, .lead)
    for (i, entry) in unmeasurable.enumerated() { index.add(entry.forms, .unmeasurable(i)) }
    for entry in measurable { index.add(entry.verbs, .measurable(entry.level)) }
    self.index = index
  }

  /// What is wrong with the way an objective starts; nil where nothing is.
  ///
  /// Words before the verb do not hide it: `be able to understand loops` is about `understand`.
  public func opening(of objective: String) -> Opening? {
    // Most start with a measurable verb, for which the first words are enough.
    let first = index.match(ObjectiveWords(objective, limit: index.longest).words, at: 0)
    if case .measurable? = first?.role { return nil }
    let words = ObjectiveWords(objective).words
    let start = startOfVerb(words)
    var place = start
    var found: (phrase: PhraseIndex.Phrase, entry: Unmeasurable)?
    while let phrase = index.match(words, at: place) {
      switch phrase.role {
      case .unmeasurable(let i):
        found = (phrase, unmeasurable[i])
        place += phrase.count
        // Only words that stand before a verb are followed by one.
        if unmeasurable[i].kind != .verb { continue }
      case .lead where found != nil:
        place += phrase.count
        continue
      case .measurable:
        guard let found else { return nil }
        return opening(found, start..<place, words, verbBehind: phrase.text)
      case .clause, .lead: break
      }
      break
    }
    return found.map { opening($0, start..<place, words, verbBehind: nil) }
  }

  /// What an objective asks of the learner, by its first measurable verb; nil where that is on no
  /// list.
  public func level(of objective: String) -> BloomLevel? {
    let words = ObjectiveWords(objective).words
    var place = startOfVerb(words)
    while let phrase = index.match(words, at: place) {
      switch phrase.role {
      case .measurable(let level): return level
      case .unmeasurable(let i) where unmeasurable[i].kind == .verb: return nil
      case .clause: return nil
      case .unmeasurable, .lead: place += phrase.count
      }
    }
    return nil
  }

  private func opening(
    _ found: (phrase: PhraseIndex.Phrase, entry: Unmeasurable), _ place: Range<Int>,
    _ words: [ObjectiveWords.Word], verbBehind: String?
  ) -> Opening {
    Opening(
      kind: found.entry.kind, phrase: found.phrase.text,
      range: words[place.lowerBound].range
        .lowerBound..<words[place.upperBound - 1].range.upperBound,
      alternatives: verbBehind == nil ? found.entry.alternatives : [], verbBehind: verbBehind)
  }

  /// Index of the first word behind a clause and a subject.
  private func startOfVerb(_ words: [ObjectiveWords.Word]) -> Int {
    var place = 0
    while let phrase = index.match(words, at: place) {
      switch phrase.role {
      case .clause:
        guard let comma = words[place...].firstIndex(where: \.isBeforeComma) else { return place }
        place = comma + 1
      case .lead: place += phrase.count
      case .unmeasurable, .measurable: return place
      }
    }
    return place
  }
}

extension VerbList {
  /// Reads the verbs of a framework document by language.
  static func all(_ document: DocumentReader) throws(DocumentProblem) -> [String: VerbList] {
    var lists: [String: VerbList] = [:]
    for (language, entry) in try document.members() {
      lists[language] = try VerbList(entry, language: language)
    }
    return lists
  }

  /// Reads a language's entry of a framework document.
  init(_ document: DocumentReader, language: String) throws(DocumentProblem) {
    var unmeasurable: [Unmeasurable] = []
    for entry in try document.part("unmeasurable").elements() {
      unmeasurable.append(
        Unmeasurable(
          kind: try entry.part("kind").value(of: Unmeasurable.Kind.self),
          forms: try entry.part("forms").texts(),
          alternatives: try Self.alternatives(entry.optionalPart("instead"))))
    }
    self.init(
      language: language, clauses: try document.part("clauses").texts(),
      lead: try document.part("lead").texts(), unmeasurable: unmeasurable,
      measurable: try Self.alternatives(document.part("measurable")))
  }

  private static func alternatives(
    _ document: DocumentReader?
  ) throws(DocumentProblem) -> [Alternative] {
    guard let document else { return [] }
    var alternatives: [Alternative] = []
    for (key, value) in try document.members() {
      guard let level = BloomLevel(rawValue: key) else {
        throw DocumentProblem(document.part, "`\(key)` is no level")
      }
      alternatives.append(Alternative(level: level, verbs: try value.texts()))
    }
    return alternatives
  }
}
